import { z } from "zod";
import type { Language, Translated } from "../domain/kernel/languages.ts";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import type {
  QuestionKind,
  QuestionState,
  RefusalReason,
} from "../domain/live-session/question.ts";
import {
  QUESTION_KINDS,
  QUESTION_MAX,
  QUESTION_MIN,
  REFUSAL_REASONS,
} from "../domain/live-session/question.ts";
import type { PresenceView } from "./check-in.ts";
import type { DecisionCard } from "./decisions.ts";
import type { MandatesCard, MyMandates } from "./mandates.ts";
import type { FloorView, MyHandView } from "./floor.ts";
import type { MyPollAnswers, PollView, ReactionsView } from "./polls.ts";
import type { StageView } from "./stage.ts";
import type { AppealView, QuestionExtras, QuestioningView } from "./questions.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const questionText = keptText.trim().min(QUESTION_MIN).max(QUESTION_MAX);

/** What a live command of this feature carries. The forms of the same acts parse with these too. */
export const LIVE_SESSION_COMMANDS = {
  // Everybody who entered
  "question.write": z.strictObject({
    assemblyId: id,
    itemId: id.optional(),
    kind: z.enum(QUESTION_KINDS),
    language: z.enum(LANGUAGES),
    text: questionText,
    nameHidden: z.boolean(),
    /** Open questions alone: nobody is noted as having asked it. */
    unstored: z.boolean().optional(),
    siteId: id.optional(),
  }),
  "question.edit": z.strictObject({ questionId: id, text: questionText, nameHidden: z.boolean() }),
  "question.withdraw": z.strictObject({ questionId: id }),
  "question.support": z.strictObject({ questionId: id, on: z.boolean() }),
  "question.contest": z.strictObject({ questionId: id, notAnswered: z.boolean() }),
  "question.similar": z.strictObject({
    assemblyId: id,
    language: z.enum(LANGUAGES),
    text: keptText.max(QUESTION_MAX),
  }),
  "session.arrive": z.strictObject({ assemblyId: id }),
  "session.leave": z.strictObject({ assemblyId: id }),
  // Moderators
  "question.publish": z.strictObject({ questionId: id }),
  "question.hold": z.strictObject({ questionId: id, note: keptText.trim().max(300) }),
  "question.refuse": z.strictObject({
    questionId: id,
    reason: z.enum(REFUSAL_REASONS),
    note: keptText.trim().max(300),
  }),
  "question.merge": z.strictObject({ questionId: id, intoId: id }),
  "question.queue": z.strictObject({ questionId: id, on: z.boolean() }),
  "question.move": z.strictObject({ questionId: id, direction: z.enum(["up", "down"]) }),
  // Chair
  "session.open": z.strictObject({ assemblyId: id }),
  "session.close": z.strictObject({ assemblyId: id }),
  /** `from` is the item that was current for the chair; missing where none was. */
  "agenda.go": z.strictObject({ assemblyId: id, itemId: id, from: id.optional() }),
  "questions.open": z.strictObject({ assemblyId: id, open: z.boolean() }),
  "question.ask": z.strictObject({
    questionId: id,
    /** Why it goes before those that are next, said to everybody. */
    reason: keptText.trim().max(300).optional(),
  }),
  // Secretary
  "question.answer": z.strictObject({
    questionId: id,
    answer: keptText.trim().min(2).max(4_000),
  }),
  "question.owe": z.strictObject({
    questionId: id,
    owner: keptText.trim().min(2).max(120),
    /** Address of that function: reminders go there. */
    address: z.union([z.literal(""), z.email().max(200)]).optional(),
    /** Of the reminders, where the register does not know whose address it is. */
    language: z.enum(LANGUAGES).optional(),
    dueOn: z.iso.date(),
  }),
  "question.answer-written": z.strictObject({
    questionId: id,
    answer: keptText.trim().min(2).max(4_000),
    /** What changes because of it, in a sentence. */
    changes: keptText.trim().max(600).optional(),
  }),
} as const;

export type LiveSessionResults = {
  "question.write": { questionId: string };
  "question.support": { questionId: string; on: boolean };
  "question.similar": {
    questions: { id: string; number: number; text: string; language: Language }[];
  };
};

/** A question as a room shows it. `author` is absent where the name is hidden from that audience. */
export type QuestionView = QuestionExtras & {
  id: string;
  number?: number;
  itemId?: string;
  kind: QuestionKind;
  state: QuestionState;
  language: Language;
  text: string;
  author?: string;
  /** Moderators only: whether the asker hides their name from the screen. */
  nameHidden?: boolean;
  /** Absent while counts are hidden, so that nobody follows the crowd (rules §4.4). */
  supports?: number;
  queuePlace?: number;
  mergedIntoId?: string;
  answer?: string;
  answerOwner?: string;
  /** ISO date. */
  answerDueOn?: string;
  contested?: boolean;
  /** Moderators only: one of them proposed to refuse it, another has to confirm. */
  refusalProposed?: boolean;
  /** Moderators only: ms since epoch. */
  waitingSince?: number;
  /** Moderators only: published, and not shown to members before the burst of support. */
  silent?: true;
  /** Moderators only: its asker appealed against what was decided. */
  appealed?: true;
};

export type AgendaItemView = {
  id: string;
  position: number;
  purpose: "inform" | "debate" | "decide";
  phase: "upcoming" | "current" | "done";
  title: Translated;
  minutes: number;
};

/**
 * What an audience of a live session sees. `member` and `screen` see published questions and no
 * numbers of an open vote but how many have voted; `moderator` also sees what waits; `chair` sees
 * what a chair acts on. Objects are keyed by id so that a change is a small patch.
 */
export type SessionView = {
  assembly: {
    id: string;
    slug: string;
    title: Translated;
    phase: "prepared" | "convened" | "live" | "closed";
    questionsOpen: boolean;
    currentItemId?: string;
  };
  agenda: Record<string, AgendaItemView>;
  /** On the roll and there, in person or represented (rules §1.5). */
  present: { persons: number; shares: number };
  /** Missing where the statutes allow no proxy. */
  mandates?: MandatesCard;
  /** The result that stands on every screen, as the chair announced it. */
  shownResult?: string;
  /** The same by place. */
  presence: PresenceView;
  roll: { persons: number; shares: number };
  questions: Record<string, QuestionView>;
  /** The question being asked now, if any. */
  askedQuestionId?: string;
  decisions: Record<string, DecisionCard>;
  stage: StageView;
  floor: FloorView;
  polls: Record<string, PollView>;
  reactions: ReactionsView;
  /** Public counts of moderation: refused by reason, merged, statutory still open. */
  moderation: {
    refused: Partial<Record<RefusalReason, number>>;
    merged: number;
    statutoryOpen: number;
  };
  questioning: QuestioningView;
};

/** How a secret ballot was taken when not in the elector’s own browser. */
export type OtherWay = "assisted" | "paper" | "no_script";

/** What one person alone is told (audience `mine`). */
export type MySessionView = {
  present: boolean;
  /** At which site; none where they take part online. */
  checkIn: { siteId?: string };
  questions: Record<
    string,
    QuestionView & {
      refusalReason?: RefusalReason;
      refusalNote?: string;
      editable: boolean;
      appeal?: AppealView;
    }
  >;
  /** Settles in which order this person reads lists that have no rank. */
  orderSeed: string;
  /** Question ids that this person supports. */
  supports: Record<string, true>;
  /** By decision id and elector id: that a ballot was cast, never which. */
  ballots: Record<string, Record<string, { revision: number; receipt: string }>>;
  /** Secret votes that took another way than this person's browser, by decision and elector. */
  otherwise: Record<string, Record<string, OtherWay>>;
  /**
   * For whom this person may vote: themselves, the legal persons they represent, and those whose
   * mandate they hold while it is active.
   */
  electors: Record<string, { name: string; self: boolean; byMandate?: true }>;
  /** Missing where they gave none and hold none. */
  mandates?: MyMandates;
  /** Their hand, while it is up or they have the floor. */
  hand?: MyHandView;
  pollAnswers: MyPollAnswers;
};
