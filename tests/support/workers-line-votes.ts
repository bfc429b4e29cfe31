import { expect } from "vitest";
import type { Stage, Visitor } from "./browser.ts";
import { expectGoodOnAPhone } from "./phone.ts";
import {
  castFilledIn,
  castTogether,
  fillIn,
  IN_ONE_BATCH,
  type LineVote,
  phaseIs,
  send,
  voteOf,
} from "./workers-line.ts";
import { AMENDED, CHAIR, FACILITATOR } from "./workers-line-day.ts";
import { readByDirector } from "./workers-line-public.ts";

type Texts = { fund: string; sites: string };

const EXCELLENT = "5";
const GOOD = "3";

/** Both votes of the plenary, led from the chair's desk in the live session. */
export async function adoptAndGrade(
  stage: Stage,
  slug: string,
  voters: readonly string[],
  texts: Texts,
): Promise<void> {
  const ines = await stage.newPersonPage("moderator", { device: "desk" });
  const adoption = await drawnUp(stage, ines, { slug, which: "adoption" });
  const chair = await stage.newPersonPage(CHAIR, { device: "desk" });
  const maelle = await stage.newPersonPage("member-fr");
  await readOut(stage, chair, adoption);
  await comeToSession(maelle, adoption);
  await adopt(stage, { chair, maelle }, { slug, vote: adoption, voters, texts });

  const grading = await drawnUp(stage, ines, { slug, which: "grading" });
  await grade(stage, maelle, { slug, vote: grading, voters, texts });
}

/** The coordination draws one of the two votes up, and its urn has its keys. */
async function drawnUp(
  stage: Stage,
  ines: Visitor,
  { slug, which }: { slug: string; which: "adoption" | "grading" },
): Promise<LineVote> {
  await ines.goTo(`/workers-assembly/${slug}/day`);
  await send(ines, "debate.draw-up", {}, `[name="vote"][value="${which}"]`);
  await ines.reads(ines.t("workers-day:votes.phase.draft"));
  const drawn = await voteOf(stage, slug, which);
  await phaseIs(stage, drawn.id, "ready");
  return drawn;
}

/** Each text is read out before everybody in its ten minutes, by its last words. */
async function readOut(stage: Stage, chair: Visitor, vote: LineVote): Promise<void> {
  const { assemblyId, session } = vote;
  await stage.act(CHAIR, "session.open", { assemblyId });
  await chair.goTo(`/live-session/${session}/chair`);
  await chair.page.locator(".next-act form button").click();
  const time = chair.page.locator(".chair-time");
  await time.getByText(AMENDED.sentence).waitFor();
  await time.getByText(chair.t("stage:timer.box", { count: 10 })).waitFor();
  await time.locator("button", { hasText: chair.t("stage:timer.pause") }).waitFor();
  await expectWordsOfWorkers(chair);
  await stage.act(CHAIR, "agenda.go", { assemblyId, itemId: vote.itemId! });
}

/** The session on a phone, where nothing is said of a quorum, a pass or a statute. */
async function comeToSession(visitor: Visitor, { session }: LineVote): Promise<void> {
  await visitor.goTo(`/live-session/${session}`);
  await expectWordsOfWorkers(visitor);
  await expectGoodOnAPhone(visitor.page);
}

async function expectWordsOfWorkers({ page }: Visitor): Promise<void> {
  const words = await page.locator("main").innerText();
  expect(words).not.toMatch(/quorum|laissez-passer|statutaire|sociétaire|à pourvoir/i);
}

type Held = { slug: string; vote: LineVote; voters: readonly string[]; texts: Texts };

/** For or against each text: opened, closed and announced at the chair's desk. */
async function adopt(
  stage: Stage,
  { chair, maelle }: { chair: Visitor; maelle: Visitor },
  { slug, vote, voters, texts: { fund, sites } }: Held,
): Promise<void> {
  const words = (act: string) =>
    [`live-session:chair.${act}.summary`, `live-session:chair.${act}.confirm`] as const;
  await chair.confirm(...words("openVote"));
  await phaseIs(stage, vote.id, "open");
  const before = await readByDirector(stage, slug);
  await maelle.button("live-session:presence.enter").click();
  await maelle.page.getByRole("link", { name: maelle.t("live-session:vote.go") }).click();
  await castTogether(stage, vote, voters, (at) => ({
    kind: "per-option",
    choices: { [fund]: at < 7 ? "for" : "abstain", [sites]: at < 6 ? "for" : "against" },
  }));
  const ballot = maelle.page.locator(".ballot-form");
  await ballot.waitFor();
  await fillIn(ballot, { [`stance.${fund}`]: "for", [`stance.${sites}`]: "against" });
  await castFilledIn(maelle);
  await seesNothing(stage, vote);
  expect(await readByDirector(stage, slug)).toEqual(before);
  await chair.reads(chair.t("results:texts.each"));
  await chair.confirm(...words("closeVote"));
  await phaseIs(stage, vote.id, "counted");
  await chair.confirm(...words("publish"));
  await phaseIs(stage, vote.id, "published");
}

/** A grade for each: from four telephones, one in Dutch and one that runs no script, and others. */
async function grade(stage: Stage, maelle: Visitor, held: Held): Promise<void> {
  const { slug, vote, voters, texts } = held;
  const [plainId = "", ...more] = voters;
  await stage.act(CHAIR, "agenda.go", { assemblyId: vote.assemblyId, itemId: vote.itemId! });
  await stage.act(CHAIR, "decision.open", { decisionId: vote.id, overrideReason: "" });
  const before = await readByDirector(stage, slug);
  const wannes = await stage.newPersonPage("member-nl");
  const jorn = await stage.newPersonPage(FACILITATOR);
  const plain = await stage.newMemberPage(plainId, { js: false, language: "nl" });
  for (const visitor of [maelle, wannes, jorn]) {
    await visitor.goTo(`/live-session/${vote.session}`);
    const way = visitor.page.getByRole("link", { name: visitor.t("live-session:vote.go") });
    await way.first().click();
  }
  const others = more.slice(0, IN_ONE_BATCH - 3);
  await castTogether(stage, vote, others, (at) => ({
    kind: "grade",
    grades: { [texts.fund]: at < 4 ? 5 : 3, [texts.sites]: 3 },
  }));
  await plain.goTo(`/decisions/${vote.id}/secret`);
  for (const visitor of [maelle, wannes, jorn, plain]) {
    const ballot = visitor.page.locator(".ballot-form");
    await ballot.waitFor();
    const given = visitor === jorn ? GOOD : EXCELLENT;
    await fillIn(ballot, { [`grade.${texts.fund}`]: given, [`grade.${texts.sites}`]: GOOD });
    if (visitor === wannes) await expectGoodOnAPhone(wannes.page);
    await castFilledIn(visitor);
  }
  await seesNothing(stage, vote);
  expect(await readByDirector(stage, slug)).toEqual(before);
  const { id: decisionId } = vote;
  await stage.act(CHAIR, "decision.close", { decisionId, reason: "Tout le monde a voté." });
  await phaseIs(stage, decisionId, "counted");
  await stage.act(CHAIR, "decision.publish", { decisionId });
}

/** While a vote is open the director is shown none of it, by whatever door, and may do nothing. */
async function seesNothing(stage: Stage, { id, session, assemblyId }: LineVote): Promise<void> {
  const karim = await stage.newPersonPage("director", { expected: [/403/, /404/] });
  const doors = [`/live-session/${session}`, `/decisions/${id}`, `/decisions/${id}/secret`];
  for (const door of doors) {
    const response = await karim.page.goto(door);
    expect([403, 404], door).toContain(response?.status());
    expect(await karim.page.locator("main form").count(), door).toBe(0);
  }
  await expect(stage.act("director", "session.arrive", { assemblyId })).rejects.toThrow();
}
