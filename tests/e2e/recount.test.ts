import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import { expectNoAxeViolations } from "../support/axe.ts";
import { useStage, type Visitor } from "../support/browser.ts";
import { holdSecretVote } from "../support/secret-vote.ts";

const stage = useStage();
const folder = mkdtempSync(join(tmpdir(), "palabre-recount-"));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  const contents = ["for", "for", "against"].map(
    (option): BallotContent => ({
      kind: "choice",
      option,
    }),
  );
  const { text } = await holdSecretVote({ contents });
  writeFileSync(file("honest.json"), text);
  writeFileSync(file("altered.json"), text.replace('"for":2', '"for":9'));
  writeFileSync(file("half.json"), text.slice(0, 900));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function count(visitor: Visitor, name: string): Promise<void> {
  await visitor.goTo("/recount");
  await visitor.page.waitForLoadState("networkidle");
  await visitor.page.getByLabel(visitor.t("recount:choose")).setInputFiles(file(name));
  await visitor.button("recount:start").click();
}

it("counts an honest bundle again, for anybody, and sends it nowhere", async () => {
  const visitor = await stage.newPersonPage(null);
  const sent: string[] = [];
  visitor.page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  await count(visitor, "honest.json");
  await visitor.reads(visitor.t("recount:outcome.passed"));
  expect(await visitor.page.getByText(visitor.t("recount:state.passed")).count()).toBe(5);
  await visitor.reads(/2 pour, 1 contre/);
  expect(sent).toEqual([]);
  await expectNoAxeViolations(visitor.page);
});

it("names what was altered", async () => {
  const visitor = await stage.newPersonPage(null, { language: "nl", device: "narrow" });
  await count(visitor, "altered.json");
  await visitor.reads(visitor.t("recount:outcome.failed"));
  await visitor.reads(/report\.counts\.for/);
  await expectNoAxeViolations(visitor.page);
});

it("says of half a file what to do", async () => {
  const visitor = await stage.newPersonPage(null, { language: "en" });
  await count(visitor, "half.json");
  await visitor.reads(visitor.t("recount:problem.not-json"));
  await visitor.button("recount:again").click();
  await visitor.page.getByLabel(visitor.t("recount:choose")).waitFor();
});

it("names the command where scripts do not run", async () => {
  const visitor = await stage.newPersonPage(null, { js: false });
  await visitor.goTo("/recount");
  // Texts within noscript are not looked for by their words.
  await visitor.page.locator("noscript code").waitFor();
  expect(await visitor.page.getByLabel(visitor.t("recount:choose")).isVisible()).toBe(false);
});
