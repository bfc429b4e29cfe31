import { z } from "zod";
import type { Language, Translated } from "../domain/kernel/languages.ts";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import type { Appealable, AppealOutcome } from "../domain/live-session/appeal.ts";
import { APPEAL_MAX } from "../domain/live-session/appeal.ts";
import type { QueueWhy } from "../domain/live-session/fair-slots.ts";
import {
  QUESTION_KINDS,
  QUESTION_MAX,
  QUESTION_MIN,
  type QuestionKind,
  type QuestionState,
  type RefusalReason,
} from "../domain/live-session/question.ts";
import type { ServedGroup } from "../domain/live-session/served-groups.ts";
import type { QuestionMode, QuestionStage } from "../domain/live-session/rounds.ts";
import { QUESTION_MODES, QUESTION_STAGES } from "../domain/live-session/rounds.ts";
import { INCIDENT_MAX } from "../domain/live-session/stage/incident.ts";
import type { SiteKind } from "../domain/programme/site.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const shortText = keptText.trim().min(2).max(APPEAL_MAX);

/** Most questions that a browser reports at once as having been on its screen. */
const SEEN_MAX = 40;

/** Live commands around questions beside those of live-session.ts. */
export const QUESTIONS_COMMANDS = {
  // Everybody who entered
  "question.seen": z.strictObject({
    assemblyId: id,
    questionIds: z.array(id).min(1).max(SEEN_MAX),
  }),
  "question.appeal": z.strictObject({ questionId: id, words: shortText }),
  // Moderators and facilitators of a stop: what somebody said or wrote on paper.
  "question.write-for": z.strictObject({
    assemblyId: id,
    itemId: id.optional(),
    siteId: id.optional(),
    kind: z.enum(QUESTION_KINDS),
    language: z.enum(LANGUAGES),
    text: keptText.trim().min(QUESTION_MIN).max(QUESTION_MAX),
    /** Register number or mail address of a member who is named on the paper. */
    asker: keptText.trim().max(200).optional(),
    nameHidden: z.boolean(),
  }),
  "question.translate": z.strictObject({
    questionId: id,
    part: z.enum(["text", "answer"]),
    language: z.enum(LANGUAGES),
    words: keptText.trim().min(2).max(8_000),
    machine: z.boolean(),
  }),
  "question.review-translation": z.strictObject({
    questionId: id,
    part: z.enum(["text", "answer"]),
    language: z.enum(LANGUAGES),
  }),
  // Somebody who had no hand in it
  "question.judge-appeal": z.strictObject({
    questionId: id,
    outcome: z.enum(["upheld", "rejected"]),
    note: shortText,
  }),
  // Chair
  "questions.stage": z.strictObject({
    assemblyId: id,
    /** Where the chair saw the round, and where it goes. */
    from: z.enum(QUESTION_STAGES),
    next: z.enum(QUESTION_STAGES),
    /** Why a burst ends before everybody who follows from elsewhere had their minute. */
    reason: keptText.trim().max(INCIDENT_MAX).optional(),
  }),
  "questions.draw-slot": z.strictObject({
    assemblyId: id,
    /** Digits thrown in public; without them the server draws some. */
    digits: keptText.trim().max(60).optional(),
  }),
  // Chair, secretary, organiser
  "questions.arrange": z.strictObject({
    assemblyId: id,
    mode: z.enum(QUESTION_MODES),
    owner: keptText.trim().max(120),
    address: z.union([z.literal(""), z.email().max(200)]),
    /** Of the reminders, where the register does not know whose address it is. */
    language: z.enum(LANGUAGES).default("fr"),
  }),
} as const;

export type QuestionsResults = { "question.write-for": { questionId: string } };

/** One text of a question in another language. */
export type TranslationView = { words: string; by: "person" | "machine"; reviewed?: true };

/** What a question carries besides its words and where it stands. */
export type QuestionExtras = {
  /** Where it was gathered; absent stands for online. */
  siteId?: string;
  /** Somebody typed it for whoever asked. */
  onBehalf?: true;
  /** Why it is next, once it is in the queue. */
  why?: QueueWhy;
  /** How often it was seen, as a power of two; continuous mode. */
  exposed?: number;
  /** Questions merged into it: how many, and where and in which languages they were asked. */
  group?: { count: number; places: string[]; languages: Language[] };
  translations?: {
    text?: Translated<TranslationView>;
    answer?: Translated<TranslationView>;
  };
  /** What changes, said with a written answer. */
  changes?: string;
};

/** An appeal as its author and its judges read it. */
export type AppealView = {
  words: string;
  against: Appealable;
  outcome?: AppealOutcome;
  note?: string;
};

/** How questions are chosen, and where a round is: the same for every audience. */
export type QuestioningView = {
  mode: QuestionMode;
  stage: QuestionStage;
  /** From 1; 0 before the first. */
  round: number;
  /** Published questions that wait in silence for the burst. */
  silent: number;
  /** Instants in ms since epoch; `voices` given so far, to all questions together. */
  burst?: { announcedAt: number; earliestEnd: number; endsAt: number; voices: number };
  slot?: { number: number; seed: string; drawnIn: "room" | "machine" };
  /** Places where questions are gathered. */
  sites: Record<string, { name: string; city: string; kind: SiteKind }>;
  appeals: { waiting: number; upheld: number; rejected: number };
  /** Who answers what nobody else was given to answer. */
  answersOwner?: string;
};

/** A question before somebody who judges an appeal. */
export type AppealCase = {
  id: string;
  kind: QuestionKind;
  language: Language;
  text: string;
  /** ms since epoch. */
  filedAt: number;
  appeal: AppealView;
  refusalReason?: RefusalReason;
  refusalNote?: string;
  /** The question into which it was merged. */
  into?: { number?: number; text: string; language: Language };
  /** Absent where the reader may judge it. */
  partial?: true;
};

/** A line of the journal of moderation, for those who moderate. */
export type MoveLine = {
  at: number;
  actor: string;
  from: QuestionState;
  to: QuestionState;
  reason: string;
  note: string;
  question: { id: string; number?: number; text: string; language: Language };
};

/** An answer that is owed or was given, as everybody reads it. */
export type AnswerLine = {
  id: string;
  number?: number;
  kind: QuestionKind;
  language: Language;
  text: string;
  siteId?: string;
  state: "owed_written" | "answered_written" | "answered_oral";
  owner?: string;
  dueOn?: string;
  overdue: boolean;
  answer?: string;
  changes?: string;
  translations?: QuestionExtras["translations"];
};

/** A slot as it was drawn, with everything to repeat the draw. */
export type SlotLine = {
  number: number;
  /** ms since epoch. */
  madeAt: number;
  seed: string;
  drawnIn: "room" | "machine";
  /** Numbers of the questions it was chosen from. */
  pool: number[];
  picks: { number: number; why: QueueWhy }[];
};

/** The public account of the questions of one assembly (rules §4.2, §4.5). */
export type QuestionAccount = {
  states: Partial<Record<QuestionState, number>>;
  refused: Partial<Record<RefusalReason, number>>;
  /** Median time from asking to the first decision; absent before the first one. */
  medianWaitSeconds?: number;
  appeals: QuestioningView["appeals"];
  /** Groups with too few questions are not shown (rules §5.3). */
  served: Record<"language" | "place" | "membership" | "first", ServedGroup[]>;
  slots: SlotLine[];
  sites: QuestioningView["sites"];
};
