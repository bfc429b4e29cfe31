import { describe, expect, it } from "vitest";
import type { DecisionCard } from "#wire/decisions.ts";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import type { StageView } from "#wire/stage.ts";
import { whatChanged } from "#app/features/live-session/announcements.ts";
import { closedVotes } from "#app/features/live-session/session-lists.ts";
import { nextToRead, questionsToRead } from "#app/features/live-session/stage/read-aloud.ts";
import { toldScene } from "#app/features/live-session/stage/told-scene.ts";
import { QUIET_STAGE } from "../../support/quiet-stage.ts";

type Told = Partial<StageView["screen"]>;

const decision = (id: string, more: Partial<DecisionCard>) =>
  ({ id, position: 1, title: {}, phase: "draft", ...more }) as DecisionCard;
const question = (id: string, queuePlace: number) =>
  ({ id, queuePlace, state: "queued", text: id, language: "fr" }) as QuestionView;

function view(told: Told, more: Partial<SessionView> = {}, stage: Partial<StageView> = {}) {
  return {
    assembly: { phase: "live", questionsOpen: true },
    agenda: {},
    questions: {},
    decisions: {},
    questioning: {},
    ...more,
    stage: { ...QUIET_STAGE, ...stage, screen: { ...QUIET_STAGE.screen, ...told } },
  } as SessionView;
}

describe("what the chair told the screen to show", () => {
  it("is nothing while it follows, unless the session is suspended", () => {
    expect(toldScene(view({ scene: "auto" }))).toBeUndefined();
    expect(toldScene(view({ scene: "auto" }, {}, { suspendedAt: 1 }))).toEqual({
      scene: "suspended",
    });
    expect(toldScene(view({ scene: "poster" }, {}, { suspendedAt: 1 }))).toEqual({
      scene: "poster",
    });
  });

  it("is a vote before it opens and while it is open, and never a result that is not proclaimed", () => {
    const draft = decision("a", {});
    const open = decision("b", { phase: "open" });
    const counted = decision("c", { phase: "counted", closedAt: 1 });
    const decisions = { a: draft, b: open, c: counted };
    const scene = (told: Told) => toldScene(view(told, { decisions }));
    expect(scene({ scene: "vote", decisionId: "a" })).toMatchObject({ scene: "announced" });
    expect(scene({ scene: "vote" })).toMatchObject({ scene: "vote", decision: { id: "b" } });
    expect(scene({ scene: "result", decisionId: "c" })).toBeUndefined();
    const published = { ...counted, phase: "published" as const };
    expect(
      toldScene(view({ scene: "result", decisionId: "c" }, { decisions: { c: published } })),
    ).toMatchObject({ scene: "result", decision: { id: "c" } });
  });

  it("is the next question where none is in the air yet", () => {
    const questions = { late: question("late", 2), soon: question("soon", 1) };
    expect(toldScene(view({ scene: "question" }, { questions }))).toMatchObject({
      question: { id: "soon" },
    });
    expect(toldScene(view({ scene: "question" }))).toBeUndefined();
  });
});

describe("an annulled vote", () => {
  it("is in no list of results", () => {
    const annulled = decision("a", { phase: "closed", closedAt: 1, annulledAt: 2 });
    expect(closedVotes(view({}, { decisions: { a: annulled } }))).toEqual([]);
  });
});

describe("questions to be read aloud", () => {
  it("are those of people elsewhere, the first that was not read on top", () => {
    const questions = { a: question("a", 1), b: question("b", 2), c: question("c", 3) };
    const session = view({}, { questions }, { aloud: { b: { readAt: 1 }, c: {} } });
    expect(questionsToRead(session).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(nextToRead(session)?.id).toBe("c");
  });
});

describe("what is said aloud of the stage", () => {
  it("is a new notice, a suspended session and a vote that stands still", () => {
    const texts = { fr: "Navette" };
    const notices = { n: { id: "n", texts, to: ["members" as const], at: 1 } };
    expect(whatChanged(view({}), view({}, {}, { notices }))).toEqual([
      { what: "notice", title: texts },
    ]);
    expect(whatChanged(view({}, {}, { notices }), view({}))).toEqual([]);
    expect(whatChanged(view({}), view({}, {}, { suspendedAt: 1 }))).toEqual([
      { what: "sessionSuspended" },
    ]);
    const open = { v: decision("v", { phase: "open" }) };
    const still = { v: decision("v", { phase: "open", suspendedAt: 1 }) };
    expect(whatChanged(view({}, { decisions: open }), view({}, { decisions: still }))).toEqual([
      { what: "voteSuspended", title: {}, decisionId: "v" },
    ]);
    expect(whatChanged(view({}, { decisions: still }), view({}, { decisions: open }))).toEqual([
      { what: "voteResumed", title: {}, decisionId: "v" },
    ]);
  });
});
