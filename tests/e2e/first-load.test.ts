import { expect, it } from "vitest";
import { useStage } from "../support/browser.ts";

const stage = useStage();

/** What a phone may have to load before it can vote, in compressed bytes of JavaScript. */
const MOST = 150_000;

it("loads less than 150 KB of JavaScript with the ballot, the live connection included", async () => {
  await stage.bringSessionTo(4);
  const decisionId = await stage.openVote(1);
  const member = await stage.newPersonPage("member-fr");
  const network = await member.page.context().newCDPSession(member.page);
  await network.send("Network.enable");
  const scripts = new Set<string>();
  let bytes = 0;
  network.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.url.includes(".js")) scripts.add(requestId);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });

  const connected = member.page.waitForEvent("websocket");
  await member.goTo(`/decisions/${decisionId}`);
  await connected;
  await member.page.waitForLoadState("networkidle");

  expect(scripts.size).toBeGreaterThan(2);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes, `${bytes} bytes in ${scripts.size} files`).toBeLessThan(MOST);
});
