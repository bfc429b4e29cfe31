import { describe, expect, it } from "vitest";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { UrnCard } from "#wire/secret-ballots.ts";
import type { MySessionView, QuestionView, SessionView } from "#wire/live-session.ts";
import { myVote } from "#app/features/live-session/ballots-of.ts";
import { nextAct } from "#app/features/live-session/next-act.ts";
import { screenScene, textSize } from "#app/features/live-session/screen-scene.ts";
import {
  findQuestions,
  publishedInOrder,
  waitingInOrder,
} from "#app/features/live-session/session-lists.ts";
import { QUIET_QUESTIONING } from "../../support/quiet-questioning.ts";
import { QUIET_FLOOR, QUIET_STAGE } from "../../support/quiet-stage.ts";

const question = (id: string, state: QuestionState, more: Partial<QuestionView> = {}) =>
  ({ id, state, kind: "open", language: "fr", text: id, supports: 0, ...more }) as QuestionView;
const decision = (id: string, phase: DecisionPhase, more: Partial<DecisionCard> = {}) =>
  ({ id, phase, itemId: "i1", position: 1, title: {}, ...more }) as DecisionCard;

type Parts = {
  assembly?: Partial<SessionView["assembly"]>;
  questions?: QuestionView[];
  decisions?: DecisionCard[];
  statutoryOpen?: number;
};

function session({ assembly, questions = [], decisions = [], statutoryOpen = 0 }: Parts = {}) {
  const station = (id: string, position: number) => ({
    id,
    position,
    purpose: "debate" as const,
    phase: "upcoming" as const,
    title: {},
    minutes: 5,
  });
  const asked = questions.find(({ state }) => state === "asked");
  const view: SessionView = {
    assembly: {
      id: "a",
      slug: "ag",
      title: {},
      phase: "live",
      questionsOpen: true,
      currentItemId: "i1",
      ...assembly,
    },
    agenda: { i1: station("i1", 1), i2: station("i2", 2) },
    present: { persons: 0, shares: 0 },
    presence: {},
    roll: { persons: 0, shares: 0 },
    questions: Object.fromEntries(questions.map((one) => [one.id, one])),
    decisions: Object.fromEntries(decisions.map((one) => [one.id, one])),
    stage: QUIET_STAGE,
    floor: QUIET_FLOOR,
    polls: {},
    reactions: { open: false, given: {} },
    moderation: { refused: {}, merged: 0, statutoryOpen },

    questioning: QUIET_QUESTIONING,
    ...(asked ? { askedQuestionId: asked.id } : {}),
  };
  return view;
}

describe("the chair's next act", () => {
  const act = (parts: Parts) => nextAct(session(parts)).act;
  const draft = decision("d", "draft");

  it("resumes a suspended session first", () => {
    const suspended = (decisions: DecisionCard[]): string =>
      nextAct({ ...session({ decisions }), stage: { ...QUIET_STAGE, suspendedAt: 1 } }).act;
    expect(suspended([draft])).toBe("resume-session");
    expect(suspended([decision("c", "counted")])).toBe("resume-session");
    expect(suspended([decision("o", "open", { suspendedAt: 1 })])).toBe("resume-session");
  });

  it("leads the round of questions on, and draws the next five", () => {
    const round = (more: Partial<SessionView["questioning"]>, parts: Parts = {}) =>
      nextAct({
        ...session(parts),
        questioning: { ...QUIET_QUESTIONING, mode: "two-phase", ...more },
      });
    const published = { questions: [question("q", "published", { number: 1 })] };
    expect(round({ stage: "collect", silent: 3 })).toEqual({ act: "move-round", to: "merge" });
    expect(round({ stage: "collect" }).act).toBe("go");
    expect(round({ stage: "merge", silent: 3 })).toEqual({ act: "move-round", to: "burst" });
    expect(round({ stage: "merge" }).act).toBe("go");
    const burst = { announcedAt: 1, earliestEnd: 2, endsAt: 3, voices: 0 };
    const asked = { questions: [question("q", "asked", { number: 1 })] };
    expect(round({ stage: "burst", burst }, asked)).toEqual({ act: "move-round", to: "shown" });
    expect(round({ stage: "burst", burst }, { decisions: [decision("o", "open")] }).act).toBe(
      "close-vote",
    );
    expect(round({ stage: "shown" }, published)).toEqual({ act: "draw-slot", waiting: 1 });
    expect(round({ mode: "continuous" }, published).act).toBe("draw-slot");
    expect(round({ mode: "simple" }, published).act).toBe("go");
    expect(round({ stage: "shown" }, asked).act).toBe("listen");
  });

  it("begins by opening the session and ends with nothing", () => {
    expect(act({ assembly: { phase: "convened" } })).toBe("open-session");
    expect(act({ assembly: { phase: "closed" } })).toBe("none");
  });

  it("puts a vote under way before everything", () => {
    const asked = question("q", "asked", { number: 1 });
    const with_ = (phase: DecisionPhase) =>
      act({ questions: [asked], decisions: [decision("d", phase)] });
    expect(with_("open")).toBe("close-vote");
    expect(with_("closed")).toBe("wait-for-count");
    expect(with_("counted")).toBe("publish");
    expect(with_("published")).toBe("listen");
    const tied = decision("d", "counted", { waitingTie: { rule: "lot", between: [] } });
    expect(act({ decisions: [tied] })).toBe("settle-tie");
  });

  it("calls the scrutineers to a closed urn, and goes on without them at the next station", () => {
    const urn = { seal: "scrutineers", issued: 0 } as const;
    const closed = (more: Partial<UrnCard>, itemId = "i1") =>
      decision("d", "closed", {
        itemId,
        ballotKind: "secret",
        urn: { ...urn, stage: "sealed", ...more },
      });
    expect(act({ decisions: [closed({ stage: "ready" })] })).toBe("wait-for-count");
    expect(act({ decisions: [closed({})] })).toBe("ask-opening");
    expect(act({ decisions: [closed({ openingAsked: true })] })).toBe("await-shares");
    expect(act({ decisions: [closed({ openingAsked: true }, "i2")] })).toBe("go");
    const altered = { foundAt: "", ballots: 1, unsound: 0, head: "" };
    expect(act({ decisions: [closed({ openingAsked: true, altered })] })).toBe("urn-altered");
    const server = { seal: "server", altered } as const;
    expect(act({ decisions: [closed(server)] })).toBe("urn-altered");
    expect(act({ decisions: [closed(server, "i2")] })).toBe("go");
    const unready = decision("d", "draft", {
      ballotKind: "secret",
      urn: { ...urn, stage: "keyed" },
    });
    expect(act({ decisions: [unready] })).toBe("await-urn");
  });

  it("asks what is queued before the station's vote is opened", () => {
    const queue = [
      question("b", "queued", { queuePlace: 2 }),
      question("a", "queued", { queuePlace: 1 }),
    ];
    expect(nextAct(session({ questions: queue, decisions: [draft] }))).toMatchObject({
      act: "ask",
      question: { id: "a" },
    });
    expect(act({ decisions: [draft] })).toBe("open-vote");
    expect(act({ decisions: [{ ...draft, rehearsal: true }] })).toBe("go");
  });

  it("goes on to the next station, and not past open statutory questions", () => {
    expect(act({})).toBe("go");
    const last = { assembly: { currentItemId: "i2" } };
    expect(act({ ...last, statutoryOpen: 2 })).toBe("answer-statutory");
    expect(act(last)).toBe("close-session");
  });
});

describe("the room screen", () => {
  const scene = (parts: Parts) => screenScene(session(parts)).scene;

  it("calls for support while voices are taken, unless a vote is open", () => {
    const burst = { announcedAt: 1, earliestEnd: 2, endsAt: 3, voices: 0 };
    const during = (parts: Parts) =>
      screenScene({ ...session(parts), questioning: { ...QUIET_QUESTIONING, burst } }).scene;
    expect(during({ questions: [question("q", "asked")] })).toBe("burst");
    expect(during({ decisions: [decision("o", "open")] })).toBe("vote");
    expect(during({ assembly: { phase: "closed" } })).toBe("closed");
  });

  it("shows one thing at a time", () => {
    const asked = question("q", "asked", { number: 1 });
    expect(scene({ assembly: { phase: "convened" } })).toBe("welcome");
    expect(scene({})).toBe("station");
    expect(scene({ questions: [asked], decisions: [decision("d", "open")] })).toBe("vote");
    expect(
      scene({ questions: [asked], decisions: [decision("d", "published", { closedAt: 1 })] }),
    ).toBe("question");
  });

  it("shows a result only once it is published, and only at its own station", () => {
    const at = (phase: DecisionPhase, itemId = "i1") =>
      scene({ decisions: [decision("d", phase, { closedAt: 1, itemId })] });
    expect(at("closed")).toBe("counting");
    expect(at("counted")).toBe("counting");
    expect(at("published")).toBe("result");
    expect(at("published", "i2")).toBe("station");
  });

  it("shrinks the letters of long questions", () => {
    expect([100, 400, 600].map((length) => textSize("a".repeat(length)))).toEqual([
      "full",
      "large",
      "medium",
    ]);
  });
});

describe("lists", () => {
  it("puts what waits longest first, and what was held after it", () => {
    const view = session({
      questions: [
        question("new", "received", { waitingSince: 30 }),
        question("held", "held", { waitingSince: 1 }),
        question("old", "received", { waitingSince: 20 }),
      ],
    });
    expect(waitingInOrder(view).map(({ id }) => id)).toEqual(["old", "new", "held"]);
  });

  it("finds a twin by number or by words, whatever the accents", () => {
    const view = session({
      questions: [
        question("a", "published", { number: 1, text: "Que devient le bénéfice ?" }),
        question("b", "published", { number: 2, text: "Le bénéfice et les frais" }),
        question("c", "received", { text: "bénéfice" }),
      ],
    });
    expect(findQuestions(view, "BENEFICE frais").map(({ id }) => id)).toEqual(["b", "a"]);
    expect(findQuestions(view, "1").map(({ id }) => id)[0]).toBe("a");
    expect(publishedInOrder(view).map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("where a person stands in a vote", () => {
  const mine = (
    ballots: MySessionView["ballots"],
    otherwise: MySessionView["otherwise"] = {},
  ): MySessionView => ({
    present: true,
    checkIn: {},
    questions: {},
    orderSeed: "mine",
    supports: {},
    pollAnswers: {},
    ballots,
    otherwise,
    electors: { me: { name: "Ada", self: true }, firm: { name: "Les Planches", self: false } },
  });

  it("is complete only when everybody they vote for has voted", () => {
    const receipt = { revision: 1, receipt: "x" };
    expect(myVote(mine({ d: { me: receipt } }), decision("d", "open"))).toMatchObject({
      complete: false,
      doneFor: ["Ada"],
      remainingFor: ["Les Planches"],
    });
    expect(
      myVote(mine({ d: { me: receipt, firm: receipt } }), decision("d", "open")).complete,
    ).toBe(true);
  });

  it("is not asked again of somebody who was given paper", () => {
    const vote = myVote(mine({}, { d: { me: "paper" } }), decision("d", "open"));
    expect(vote).toMatchObject({ otherwise: "paper", remainingFor: ["Les Planches"] });
  });
});
