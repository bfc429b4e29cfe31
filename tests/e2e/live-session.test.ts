import { beforeAll, expect, it } from "vitest";
import { useStage, type Visitor } from "../support/browser.ts";

const stage = useStage();
beforeAll(() => stage.chooseQuestions("simple"));
const QUESTION = "Combien de sociétaires ont suivi une formation cette année ?";

const session = (place = "") => `/live-session/${stage.slug}${place}`;

async function enter(member: Visitor): Promise<void> {
  await member.goTo(session());
  await member.button("live-session:presence.enter").click();
  await member.reads(member.t("live-session:presence.inside"));
}

/** The card of a question in one of a page's lists, where a question may stand several times. */
function card(visitor: Visitor, list: "question" | "mine" | "now" = "question") {
  return visitor.page.locator(`[id^="${list}-"]`, { hasText: QUESTION });
}

/** What a screen reader is told while the person does something else. */
function announced(visitor: Visitor, words: string) {
  return visitor.page.locator("[aria-live=polite]").filter({ hasText: words }).waitFor({
    state: "attached",
  });
}

it("opens for everybody who waits, and counts who enters", async () => {
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  const waiting = await stage.newPersonPage("member-fr");
  await waiting.goTo(session());
  await waiting.reads(waiting.t("live-session:waitingRoom.convened"));

  await chair.goTo(session("/chair"));
  await chair.button("live-session:chair.openSession.button").click();
  await announced(waiting, waiting.t("live-session:announce.sessionOpened"));

  await enter(waiting);
  const dutch = await stage.newPersonPage("member-nl");
  await enter(dutch);
  const present = (of: Visitor, count: number) =>
    of.reads(of.t("live-session:presence.persons", { count }));
  await Promise.all([present(chair, 2), present(waiting, 2), present(dutch, 2)]);

  await dutch.button("live-session:presence.leave").click();
  await Promise.all([present(chair, 1), present(waiting, 1)]);
  await dutch.button("live-session:presence.enter").click();
  await Promise.all([present(chair, 2), present(waiting, 2)]);
});

it("carries a question from its draft to an answer that is contested", async () => {
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  const asker = await stage.newPersonPage("member-fr");
  const supporter = await stage.newPersonPage("member-nl");
  const moderator = await stage.newPersonPage("moderator", { device: "desk" });
  const secretary = await stage.newPersonPage("secretary", { device: "desk" });
  await Promise.all([
    chair.goTo(session("/chair")),
    asker.goTo(session()),
    supporter.goTo(session()),
    moderator.goTo(session("/moderation")),
    secretary.goTo(session("/secretary")),
  ]);

  await asker.unfold("write");
  const text = asker.page.locator("#write").getByLabel(asker.t("live-session:write.text"));
  await text.fill(QUESTION.slice(0, 30));
  await chair.button("live-session:chair.questions.open").click();
  await announced(asker, asker.t("live-session:announce.questionsOpened"));
  await stage.bringSessionTo(4);
  await asker.reads(asker.t("live-session:agenda.station", { position: 4, total: 10 }));
  expect(await text.inputValue(), "the draft after the room moved on").toBe(QUESTION.slice(0, 30));
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);
  await text.fill(QUESTION);
  await asker.button("live-session:write.send").click();
  await card(asker, "mine").getByText(asker.t("live-session:question.state.received")).waitFor();
  expect(await text.inputValue(), "the field once the question is sent").toBe("");

  const act = (of: Visitor, key: string) =>
    card(of)
      .getByRole("button", { name: of.t(key), exact: true })
      .click();
  await act(moderator, "live-session:moderation.publish");
  await card(supporter).waitFor();
  const support = card(supporter).locator("button[aria-pressed]");
  const supports = (of: Visitor, count: number) =>
    card(of)
      .getByText(of.t("live-session:question.supports", { count }), { exact: true })
      .waitFor();
  await support.click();
  await Promise.all([supports(supporter, 1), supports(asker, 1)]);
  expect(await support.getAttribute("aria-pressed")).toBe("true");
  await support.click();
  await Promise.all([supports(supporter, 0), supports(asker, 0)]);

  await act(moderator, "live-session:moderation.queueAdd");
  await chair.button("live-session:chair.ask.button", { number: 1 }).click();
  await card(supporter, "now").waitFor();
  await announced(supporter, QUESTION);
  await secretary.page
    .getByLabel(secretary.t("live-session:secretary.answer"))
    .first()
    .fill("Quatre cent douze, dans six bureaux.");
  await secretary.button("live-session:secretary.answerSave").first().click();
  await card(asker, "mine").getByText("Quatre cent douze, dans six bureaux.").waitFor();
  await asker.button("live-session:mine.contest").click();
  await card(secretary).getByText(secretary.t("live-session:question.contested")).waitFor();
});

it("votes, counts and publishes the same numbers to everybody", async () => {
  await stage.bringSessionTo(4);
  const chair = await stage.newPersonPage("chair", { device: "desk" });
  const french = await stage.newPersonPage("member-fr");
  const dutch = await stage.newPersonPage("member-nl");
  const screen = await stage.newPersonPage("moderator", { device: "desk" });
  await Promise.all([
    chair.goTo(session("/chair")),
    french.goTo(session()),
    dutch.goTo(session()),
    screen.goTo(session("/screen")),
  ]);

  await chair.confirm("live-session:chair.openVote.summary", "live-session:chair.openVote.confirm");
  await announced(french, french.t("live-session:vote.open"));
  await screen.reads(screen.t("live-session:screen.voteOpen"));
  await vote(french, "for");
  await vote(dutch, "against");
  await chair.reads(/2 votes reçus sur 41.702/u);

  await chair.confirm(
    "live-session:chair.closeVote.summary",
    "live-session:chair.closeVote.confirm",
  );
  await chair.reads(chair.t("live-session:chair.publish.private"));
  const sentence = (of: Visitor) => of.page.locator(".result-sentence").first().innerText();
  const counted = await sentence(chair);
  expect(counted).toContain("1 pour");
  expect(counted).toContain("1 contre");

  await french.goTo(session());
  await french.reads(french.t("live-session:vote.counted"));
  expect(await french.page.locator(".result-sentence").count(), "before it is published").toBe(0);
  await chair.confirm("live-session:chair.publish.summary", "live-session:chair.publish.confirm");
  // On a phone the result comes with what happens now, not below every question.
  await french.page.locator(".member-now .result-sentence").waitFor();
  await screen.page.locator(".result-sentence").waitFor();
  expect(await sentence(french)).toBe(counted);
  expect(await sentence(screen)).toBe(counted);
  await french.page.getByRole("link", { name: french.t("live-session:vote.resultLink") }).click();
  await french.page.getByRole("heading", { name: french.t("decisions:result.why") }).waitFor();
  expect(await sentence(french)).toBe(counted);
});

/** From the card of the open vote to the receipt. */
async function vote(member: Visitor, option: "for" | "against"): Promise<void> {
  await member.page.getByRole("link", { name: member.t("live-session:vote.go") }).click();
  const words = member.t(`decisions:options.${option}`);
  await member.page.getByRole("radio", { name: words, exact: true }).check();
  await member.button("decisions:ballot.review").click();
  await member.reads(member.t("decisions:review.question"));
  expect(await member.page.locator(".review-choice").innerText()).toContain(words);
  await member.button("decisions:review.cast").click();
  await member.reads(member.t("decisions:receipt.recorded"));
}
