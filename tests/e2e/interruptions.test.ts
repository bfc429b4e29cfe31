import { beforeAll, expect, it } from "vitest";
import { useStage, type Visitor } from "../support/browser.ts";
import { send } from "../support/workers-line.ts";

const stage = useStage();
const session = () => `/live-session/${stage.slug}`;
const BROKEN = [
  /WebSocket/,
  /net::ERR_/,
  /Failed to load resource/,
  /Failed to fetch manifest patches/,
];
beforeAll(() => stage.bringSessionTo(3));

function station(of: Visitor, position: number) {
  return of.page
    .locator(".now-place")
    .getByText(of.t("live-session:agenda.station", { position, total: 10 }));
}

/** The sign that the page is live: captions "en direct" are another thing. */
function live(of: Visitor): Promise<void> {
  return of.page.getByText(of.t("connection.connected"), { exact: true }).waitFor();
}

it("is right again by itself after a dropped network", async () => {
  const member = await stage.newPersonPage("member-fr", { expected: BROKEN });
  await member.goTo(session());
  await station(member, 3).waitFor();
  await live(member);
  await member.page.context().setOffline(true);
  await member.reads(member.t("connection.offline"));
  await stage.bringSessionTo(4);
  expect(await station(member, 3).count(), "the old station while offline").toBe(1);
  await member.page.context().setOffline(false);
  await station(member, 4).waitFor();
  await live(member);
});

it("keeps what is half written and half filled in when the server dies and the vote closes", async () => {
  await stage.bringSessionTo(4);
  const decisionId = await stage.openVote(1);
  const member = await stage.newPersonPage("member-fr", { expected: BROKEN });
  await member.goTo(session());
  await member.unfold("write");
  const text = member.page.locator("#write").getByLabel(member.t("live-session:write.text"));
  await text.fill("Une question commencée");
  await member.unfold("station");
  await station(member, 4).waitFor();
  await live(member);
  const ballot = await member.otherTab();
  await ballot.goTo(`/decisions/${decisionId}`);
  const choice = ballot.page.getByRole("radio").nth(1);
  await choice.check();

  await stage.killServer();
  await member.reads(member.t("connection.reconnecting"));
  await stage.startServer();
  await live(member);
  await stage.act("chair", "decision.close", { decisionId, reason: "Essai" });
  await stage.bringSessionTo(5);
  await Promise.all([
    station(member, 5).waitFor(),
    ballot.reads(ballot.t("decisions:watch.closed")),
  ]);
  expect(await text.inputValue()).toBe("Une question commencée");
  expect(await choice.isChecked()).toBe(true);

  await member.page.reload();
  await member.reads(member.t("live-session:write.restored"));
  expect(await text.inputValue(), "after a reload").toBe("Une question commencée");
});

it("casts a ballot that was sent while the server was away, once", async () => {
  const decisionId = await stage.openVote(2);
  const member = await stage.newPersonPage("member-nl", { expected: BROKEN });
  const connected = member.page.waitForEvent("websocket");
  await member.goTo(`/decisions/${decisionId}`);
  await connected;
  await member.page.getByRole("radio").first().check();
  await member.button("decisions:ballot.review").click();
  await member.reads(member.t("decisions:review.question"));
  await stage.killServer();
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:review.waiting"));
  await stage.startServer();
  await member.reads(member.t("decisions:receipt.recorded"));
  const { rows } = await stage.pool.query("SELECT revision FROM ballot WHERE decision_id = $1", [
    decisionId,
  ]);
  expect(rows).toEqual([{ revision: 1 }]);
});

it("shows in every tab of a person what they did in one", async () => {
  const one = await stage.newPersonPage("member-fr");
  const other = await one.otherTab();
  await Promise.all([one.goTo(session()), other.goTo(session())]);
  await one.button("live-session:presence.enter").click();
  await Promise.all([one, other].map((tab) => tab.reads(tab.t("live-session:presence.inside"))));
  const text = "Quand recevra-t-on le procès-verbal ?";
  await other.unfold("write");
  await other.page.locator("#write").getByLabel(other.t("live-session:write.text")).fill(text);
  await other.button("live-session:write.send").click();
  await one.page.locator('[id^="mine-"]', { hasText: text }).waitFor();
});

it("keeps what is typed before the scripts have come", async () => {
  const member = await stage.newPersonPage("member-nl");
  await member.page.route(/\/assets\/.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  await member.page.goto(session(), { waitUntil: "commit" });
  await member.unfold("write");
  const text = member.page.locator("#write").getByLabel(member.t("live-session:write.text"));
  await text.pressSequentially("Hoeveel leden volgden dit jaar een opleiding", { delay: 20 });
  await live(member);
  expect(await text.inputValue()).toBe("Hoeveel leden volgden dit jaar een opleiding");
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);
});

it("keeps what somebody types while a survey closes, with scripts and without, and says so", async () => {
  const survey = "/surveys/malades-ou-blesses";
  const words = "Personne ne remplace qui tombe malade";
  const typing = await stage.newPersonPage("member-fr", { expected: BROKEN });
  const plain = await stage.newPersonPage("member-nl", { js: false, expected: BROKEN });
  const both = [typing, plain];
  for (const { goTo, page } of both) {
    await goTo(survey);
    await page.locator('textarea[name="q3"]').fill(words);
  }
  const coordinator = await stage.newPersonPage("moderator", { device: "desk" });
  await coordinator.goTo(`${survey}/field`);
  await send(coordinator, "close-early", { reason: "Tout le monde a répondu" });
  await coordinator.reads(coordinator.t("surveys:done"));
  for (const { button, reads, t, page } of both) {
    await button("surveys:answer.send").click();
    await reads(t("surveys:kept.title"));
    expect(await page.locator('textarea[name="q3"]').inputValue()).toBe(words);
  }
  await typing.goTo(survey);
  await typing.reads(typing.t("surveys:kept.title"));
  expect(await typing.page.locator('textarea[name="q3"]').inputValue(), "loaded again").toBe(words);
});
