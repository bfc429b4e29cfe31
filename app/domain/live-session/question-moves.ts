import type { RefusalCode, Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { QuestionKind, QuestionState, RefusalReason } from "./question.ts";
import { isEditable, isLegalReason, isPublic } from "./question.ts";

/** What a move needs to know of a question. */
export type MovableQuestion = {
  id: string;
  kind: QuestionKind;
  state: QuestionState;
  /** Missing where the name is not stored, or nobody is named on a paper. */
  authorId?: string;
  /** Whether a moderator has read it. */
  seen: boolean;
  /** The answer noted so far; "" where there is none. */
  answer: string;
  /** The moderator who proposed to refuse this statutory question; the journal knows why. */
  refusalProposedBy?: string;
};

/** Everything that can be done to a question. */
export type QuestionAct =
  | { act: "publish" | "queue" | "unqueue" | "ask" | "put-back" }
  | { act: "contest" | "uncontest" | "withdraw" }
  /** An appeal was upheld. */
  | { act: "reinstate"; note: string }
  | { act: "edit"; text: string; nameHidden: boolean }
  | { act: "hold"; note: string }
  | { act: "refuse"; reason: RefusalReason; note: string }
  | { act: "merge"; into: Pick<MovableQuestion, "id" | "kind" | "state"> }
  | { act: "answer-orally"; answer: string }
  /** `dueOn` is an ISO date. */
  | { act: "owe"; owner: string; dueOn: string }
  | { act: "answer-in-writing"; answer: string };

/** Columns that a move writes besides the state. null empties one. */
export type QuestionChanges = {
  text?: string;
  nameHidden?: boolean;
  mergedIntoId?: string | null;
  refusalReason?: RefusalReason | null;
  refusalNote?: string;
  refusalProposedBy?: string | null;
  contested?: boolean;
  answer?: string;
  answerOwner?: string;
  answerDueOn?: string;
};

/** What a move does: `reason` and `note` go into the journal of moderation. */
export type Move = {
  from: QuestionState;
  to: QuestionState;
  changes: QuestionChanges;
  reason: string;
  note: string;
};

type ActName = QuestionAct["act"];

// From where an act leads where. Acts of the asker on their own words are in `ASKER_ACTS` too.
const TRANSITIONS: Record<ActName, { from: readonly QuestionState[]; to: QuestionState | "same" }> =
  {
    publish: { from: ["received", "held"], to: "published" },
    hold: { from: ["received"], to: "held" },
    refuse: { from: ["received", "held", "published", "queued"], to: "refused" },
    merge: { from: ["received", "held", "published", "queued"], to: "merged" },
    queue: { from: ["published"], to: "queued" },
    unqueue: { from: ["queued"], to: "published" },
    ask: { from: ["published", "queued"], to: "asked" },
    // Another question is asked before this one has its answer.
    "put-back": { from: ["asked"], to: "queued" },
    "answer-orally": { from: ["published", "queued", "asked"], to: "answered_oral" },
    // An oral answer that the asker contests can still be owed in writing.
    // Owed already, it is given to another function or another date.
    owe: {
      from: ["published", "queued", "asked", "answered_oral", "owed_written"],
      to: "owed_written",
    },
    "answer-in-writing": {
      from: ["published", "queued", "asked", "owed_written"],
      to: "answered_written",
    },
    contest: { from: ["answered_oral"], to: "same" },
    uncontest: { from: ["answered_oral"], to: "same" },
    reinstate: { from: ["refused", "merged"], to: "published" },
    withdraw: { from: ["received", "held"], to: "withdrawn" },
    edit: { from: ["received", "held"], to: "same" },
  };

const ASKER_ACTS: readonly ActName[] = ["contest", "uncontest", "withdraw", "edit"];

/**
 * Moves a question, or says why not. Whoever has the right to act at all is settled by `can`; here
 * stand the rules between a question and an act (rules §1.7, §4.1, §4.2).
 */
export function moveQuestion(
  question: MovableQuestion,
  action: QuestionAct,
  by: { actorId: string },
): Result<Move> {
  const refused = objection(question, action, by.actorId);
  if (refused) return refuse(refused);
  const proposes =
    action.act === "refuse" && question.kind === "statutory" && !question.refusalProposedBy;
  const { to } = TRANSITIONS[action.act];
  return ok({
    from: question.state,
    to: to === "same" || proposes ? question.state : to,
    changes: proposes ? { refusalProposedBy: by.actorId } : changesOf(question, action),
    reason: reasonOf(action),
    note: "note" in action ? action.note : "",
  });
}

function reasonOf(action: QuestionAct): string {
  switch (action.act) {
    case "refuse":
      return action.reason;
    case "merge":
      return "duplicate";
    case "reinstate":
      return "appeal-upheld";
    default:
      return "";
  }
}

function objection(
  question: MovableQuestion,
  action: QuestionAct,
  actorId: string,
): RefusalCode | undefined {
  if (ASKER_ACTS.includes(action.act) && question.authorId !== actorId) return "not-allowed";
  if (action.act === "edit" || action.act === "withdraw") {
    return isEditable(question) ? undefined : "already-seen";
  }
  if (!placeOf(question, action.act).includes(question.state)) return "wrong-phase";
  if (action.act === "merge") return mergeObjection(question, action.into);
  if (action.act === "refuse") return refusalObjection(question, action, actorId);
  // Nobody lets a statutory question lie without saying why.
  if (action.act === "hold" && question.kind === "statutory" && action.note.trim() === "") {
    return "reason-required";
  }
  return undefined;
}

/** A practical question (sound, room) is answered at once by the stewards, unpublished. */
function placeOf(question: MovableQuestion, act: ActName): readonly QuestionState[] {
  const { from } = TRANSITIONS[act];
  const direct = question.kind === "practical" && act === "answer-in-writing";
  return direct ? [...from, "received", "held"] : from;
}

function mergeObjection(
  question: MovableQuestion,
  into: Pick<MovableQuestion, "id" | "kind" | "state">,
): RefusalCode | undefined {
  if (into.id === question.id) return "bad-input";
  if (!isPublic(into.state)) return "wrong-phase";
  // Merged into a question that can be buried, it would be buried with it.
  if (question.kind === "statutory" && into.kind !== "statutory") return "statutory-protected";
  return undefined;
}

function refusalObjection(
  question: MovableQuestion,
  { reason, note }: { reason: RefusalReason; note: string },
  actorId: string,
): RefusalCode | undefined {
  if (question.kind === "statutory" && !isLegalReason(reason)) return "statutory-protected";
  if (isLegalReason(reason) && note.trim() === "") return "reason-required";
  // rules §4.2: one proposes, another confirms.
  if (question.kind === "statutory" && question.refusalProposedBy === actorId) {
    return "two-moderators-required";
  }
  return undefined;
}

type ActOf<N extends ActName> = QuestionAct & { act: N };

/** What an act writes besides the state; acts that are missing here write nothing else. */
const CHANGES: {
  [N in ActName]?: (action: ActOf<N>, question: MovableQuestion) => QuestionChanges;
} = {
  edit: ({ text, nameHidden }) => ({ text, nameHidden }),
  refuse: ({ reason, note }) => ({ refusalReason: reason, refusalNote: note }),
  merge: ({ into }) => ({ mergedIntoId: into.id }),
  owe: ({ owner, dueOn }) => ({ answerOwner: owner, answerDueOn: dueOn }),
  "answer-orally": ({ answer }) => ({ answer }),
  // What was said in the room stays beside what is written later.
  "answer-in-writing": ({ answer }, question) => ({
    answer: [question.answer, answer].filter(Boolean).join("\n\n"),
  }),
  reinstate: () => ({
    mergedIntoId: null,
    refusalReason: null,
    refusalNote: "",
    refusalProposedBy: null,
  }),
  contest: () => ({ contested: true }),
  uncontest: () => ({ contested: false }),
  publish: (_, question) => (question.refusalProposedBy ? { refusalProposedBy: null } : {}),
};

function changesOf<N extends ActName>(
  question: MovableQuestion,
  action: ActOf<N>,
): QuestionChanges {
  const name: N = action.act;
  return CHANGES[name]?.(action, question) ?? {};
}
