import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MovableQuestion, QuestionAct } from "#domain/live-session/question-moves.ts";
import { moveQuestion } from "#domain/live-session/question-moves.ts";
import type { QuestionState } from "#domain/live-session/question.ts";
import {
  isLegalReason,
  isPublic,
  LEGAL_REASONS,
  QUESTION_STATES,
  REFUSAL_REASONS,
} from "#domain/live-session/question.ts";

const ASKER = "asker";
const ANNA = "anna";
const BERT = "bert";

function question(changes: Partial<MovableQuestion> = {}): MovableQuestion {
  return {
    id: "q",
    kind: "open",
    state: "received",
    authorId: ASKER,
    seen: false,
    answer: "",
    ...changes,
  };
}

const OTHER = { id: "other", kind: "open", state: "published" } as const;
const LEGAL: QuestionAct = { act: "refuse", reason: "legal-harm", note: "Secret d’un contrat" };

/** One act of each kind, as the person who may do it. */
const ACTS: Record<QuestionAct["act"], QuestionAct> = {
  publish: { act: "publish" },
  queue: { act: "queue" },
  unqueue: { act: "unqueue" },
  ask: { act: "ask" },
  "put-back": { act: "put-back" },
  contest: { act: "contest" },
  uncontest: { act: "uncontest" },
  withdraw: { act: "withdraw" },
  reinstate: { act: "reinstate", note: "" },
  edit: { act: "edit", text: "Autrement dit…", nameHidden: true },
  hold: { act: "hold", note: "" },
  refuse: { act: "refuse", reason: "spam", note: "" },
  merge: { act: "merge", into: OTHER },
  "answer-orally": { act: "answer-orally", answer: "Oui." },
  owe: { act: "owe", owner: "direction financière", dueOn: "2026-12-01" },
  "answer-in-writing": { act: "answer-in-writing", answer: "Par écrit." },
};
const BY_ASKER = ["contest", "uncontest", "withdraw", "edit"];

function outcome(from: MovableQuestion, act: QuestionAct, actorId = ANNA): string {
  const result = moveQuestion(from, act, { actorId });
  return result.ok ? result.value.to : result.refusal.code;
}

describe("the life of a question", () => {
  const LEADS: Record<QuestionAct["act"], Partial<Record<QuestionState, QuestionState>>> = {
    publish: { received: "published", held: "published" },
    queue: { published: "queued" },
    unqueue: { queued: "published" },
    ask: { published: "asked", queued: "asked" },
    "put-back": { asked: "queued" },
    contest: { answered_oral: "answered_oral" },
    uncontest: { answered_oral: "answered_oral" },
    withdraw: { received: "withdrawn", held: "withdrawn" },
    reinstate: { refused: "published", merged: "published" },
    edit: { received: "received", held: "held" },
    hold: { received: "held" },
    refuse: { received: "refused", held: "refused", published: "refused", queued: "refused" },
    merge: { received: "merged", held: "merged", published: "merged", queued: "merged" },
    "answer-orally": {
      published: "answered_oral",
      queued: "answered_oral",
      asked: "answered_oral",
    },
    owe: {
      published: "owed_written",
      queued: "owed_written",
      asked: "owed_written",
      answered_oral: "owed_written",
      owed_written: "owed_written",
    },
    "answer-in-writing": {
      published: "answered_written",
      queued: "answered_written",
      asked: "answered_written",
      owed_written: "answered_written",
    },
  };
  const cases = Object.values(ACTS).flatMap((act) =>
    QUESTION_STATES.map((state) => {
      const late = act.act === "edit" || act.act === "withdraw" ? "already-seen" : "wrong-phase";
      return { act, name: act.act, state, expected: LEADS[act.act][state] ?? late };
    }),
  );

  it.each(cases)("open question, $name from $state: $expected", ({ act, state, expected }) => {
    const actorId = BY_ASKER.includes(act.act) ? ASKER : ANNA;
    expect(outcome(question({ state }), act, actorId)).toBe(expected);
  });

  it.each(BY_ASKER)("%s is for the asker alone", (name) => {
    const act = Object.values(ACTS).find((one) => one.act === name) ?? ACTS.edit;
    const state = name.includes("contest") ? "answered_oral" : "received";
    expect(outcome(question({ state }), act, ANNA)).toBe("not-allowed");
  });

  it.each(["edit", "withdraw"] as const)("%s comes too late once it is read", (name) => {
    expect(outcome(question({ seen: true }), ACTS[name], ASKER)).toBe("already-seen");
  });

  it.each(["received", "held"] as const)(
    "a practical question is answered at once: %s",
    (state) => {
      const act = ACTS["answer-in-writing"];
      expect(outcome(question({ state, kind: "practical" }), act)).toBe("answered_written");
      expect(outcome(question({ state }), act)).toBe("wrong-phase");
    },
  );

  it("keeps what was said beside what is written", () => {
    const moved = moveQuestion(
      question({ state: "owed_written", answer: "Oui, en gros." }),
      { act: "answer-in-writing", answer: "En détail." },
      { actorId: ANNA },
    );
    expect(moved).toMatchObject({ value: { changes: { answer: "Oui, en gros.\n\nEn détail." } } });
  });

  it("merges into what everybody sees and never into itself", () => {
    const into = (state: QuestionState): QuestionAct => ({
      act: "merge",
      into: { ...OTHER, state },
    });
    for (const state of QUESTION_STATES) {
      expect(outcome(question(), into(state))).toBe(isPublic(state) ? "merged" : "wrong-phase");
    }
    const itself: QuestionAct = { act: "merge", into: { ...OTHER, id: "q" } };
    expect(outcome(question({ state: "published" }), itself)).toBe("bad-input");
  });

  it("notes in the journal why it was refused or merged", () => {
    const act: QuestionAct = { act: "refuse", reason: "off-topic", note: "Voir le forum" };
    expect(moveQuestion(question(), act, { actorId: ANNA })).toMatchObject({
      value: {
        reason: "off-topic",
        note: "Voir le forum",
        changes: { refusalReason: "off-topic", refusalNote: "Voir le forum" },
      },
    });
    expect(moveQuestion(question(), ACTS.merge, { actorId: ANNA })).toMatchObject({
      value: { reason: "duplicate", changes: { mergedIntoId: "other" } },
    });
  });
});

describe("a statutory question cannot be buried (rules §1.7)", () => {
  const statutory = (changes: Partial<MovableQuestion> = {}) =>
    question({ kind: "statutory", ...changes });

  it.each(REFUSAL_REASONS.filter((reason) => !isLegalReason(reason)))(
    "is not refused for %s",
    (reason) => {
      const act: QuestionAct = { act: "refuse", reason, note: "Parce que" };
      expect(outcome(statutory(), act)).toBe("statutory-protected");
      expect(outcome(statutory({ refusalProposedBy: BERT }), act)).toBe("statutory-protected");
    },
  );

  it.each(LEGAL_REASONS)("is refused for %s by two moderators with a note", (reason) => {
    const act: QuestionAct = { act: "refuse", reason, note: "Clause 4" };
    const first = moveQuestion(statutory(), act, { actorId: ANNA });
    expect(first).toMatchObject({
      value: { to: "received", changes: { refusalProposedBy: ANNA }, reason, note: "Clause 4" },
    });
    const proposed = statutory({ refusalProposedBy: ANNA, seen: true });
    expect(outcome(proposed, act, ANNA)).toBe("two-moderators-required");
    expect(outcome(proposed, act, BERT)).toBe("refused");
    expect(outcome(statutory(), { ...LEGAL, reason, note: "  " })).toBe("reason-required");
  });

  it("forgets the proposal when somebody publishes instead", () => {
    const proposed = statutory({ refusalProposedBy: ANNA });
    expect(moveQuestion(proposed, ACTS.publish, { actorId: BERT })).toMatchObject({
      value: { to: "published", changes: { refusalProposedBy: null } },
    });
  });

  it("is not held without a word", () => {
    expect(outcome(statutory(), { act: "hold", note: " " })).toBe("reason-required");
    expect(outcome(statutory(), { act: "hold", note: "On vérifie un chiffre" })).toBe("held");
  });

  it("is not withdrawn by others", () => {
    expect(outcome(statutory(), ACTS.withdraw, ANNA)).toBe("not-allowed");
    expect(outcome(statutory(), ACTS.withdraw, ASKER)).toBe("withdrawn");
  });

  it("merges into a statutory question only", () => {
    const into = (kind: MovableQuestion["kind"]): QuestionAct => ({
      act: "merge",
      into: { ...OTHER, kind },
    });
    expect(outcome(statutory(), into("open"))).toBe("statutory-protected");
    expect(outcome(statutory(), into("practical"))).toBe("statutory-protected");
    expect(outcome(statutory(), into("statutory"))).toBe("merged");
  });

  it("whatever one moderator does alone, it stays open or has an answer", () => {
    const acts = fc.constantFrom(...Object.values(ACTS), LEGAL, {
      act: "merge",
      into: { ...OTHER, kind: "statutory" },
    } as const);
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 12 }), (sequence) => {
        let current = statutory();
        for (const act of sequence) {
          const move = moveQuestion(current, act, { actorId: ANNA });
          if (!move.ok) continue;
          const { refusalProposedBy } = move.value.changes;
          current = {
            ...current,
            state: move.value.to,
            ...(refusalProposedBy !== undefined && {
              refusalProposedBy: refusalProposedBy ?? undefined,
            }),
          };
        }
        expect(["refused", "withdrawn"]).not.toContain(current.state);
      }),
    );
  });
});
