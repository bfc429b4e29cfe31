import { isApart } from "../kernel/apart.ts";

/** A statutory question uses the right to ask (rules §1.7); a practical one goes to the stewards. */
export const QUESTION_KINDS = ["statutory", "open", "practical"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Where a question can be; the same list as the database's. */
export const QUESTION_STATES = [
  "received",
  "held",
  "refused",
  "merged",
  "published",
  "queued",
  "asked",
  "answered_oral",
  "owed_written",
  "answered_written",
  "withdrawn",
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** Shortest and longest question, in characters. */
export const QUESTION_MIN = 8;
export const QUESTION_MAX = 600;

/** The only grounds on which a statutory question is refused (CSA 6:77). */
export const LEGAL_REASONS = ["legal-harm", "legal-confidentiality"] as const;
export type LegalReason = (typeof LEGAL_REASONS)[number];

/** Why a moderator refuses a question: the published list (rules §4.2) and the legal grounds. */
export const REFUSAL_REASONS = [
  "insult",
  "third-person-data",
  "individual-file",
  "off-topic",
  "duplicate",
  "spam",
  ...LEGAL_REASONS,
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Whether a reason is one that the law knows. */
export function isLegalReason(reason: RefusalReason): reason is LegalReason {
  return LEGAL_REASONS.some((legal) => legal === reason);
}

/** The reasons that a moderator may choose from for a question of this kind. */
export function refusalReasonsFor(kind: QuestionKind): readonly RefusalReason[] {
  return kind === "statutory" ? LEGAL_REASONS : REFUSAL_REASONS;
}

/** States in which everybody sees a question. One that was merged shows through its target. */
export const PUBLIC_STATES: readonly QuestionState[] = [
  "published",
  "queued",
  "asked",
  "answered_oral",
  "owed_written",
  "answered_written",
];

/** States in which a question can be given a voice: it still waits for its turn. */
export const SUPPORTABLE_STATES: readonly QuestionState[] = ["published", "queued"];

/**
 * States in which a statutory question has no outcome yet. A merged one is missing here: it merges
 * only into another statutory question, which is counted itself.
 */
export const STATUTORY_OPEN_STATES: readonly QuestionState[] = [
  "received",
  "held",
  "published",
  "queued",
  "asked",
];

/**
 * Who learns who asks (rules §4.3): everybody; moderators alone; nobody, and it is not stored either.
 */
export const NAME_LEVELS = ["shown", "hidden", "unstored"] as const;
export type NameLevel = (typeof NAME_LEVELS)[number];

/** Among workers nobody asks by a right of the statutes, whose questions the law protects. */
export function kindsAskedIn(assemblyId: string): readonly QuestionKind[] {
  return QUESTION_KINDS.filter((kind) => kind !== "statutory" || !isApart(assemblyId));
}

/** Nor is anybody shown with what they asked (rules §5.7). */
export function nameLevelsIn(assemblyId: string): readonly NameLevel[] {
  return NAME_LEVELS.filter((level) => level !== "shown" || !isApart(assemblyId));
}

/** Questions of one person on one agenda item that may wait for a moderator at once (rules §4.3). */
export const WAITING_MAX = 3;

/** An answer owed in writing is due within so many days (rules §4.6). */
export const ANSWER_DUE_DAYS = 30;

/** Whether everybody sees a question in this state. */
export function isPublic(state: QuestionState): boolean {
  return PUBLIC_STATES.includes(state);
}

/** Whether the asker may still edit or withdraw: nobody has read it (rules §4.1). */
export function isEditable(question: { state: QuestionState; seen: boolean }): boolean {
  return !question.seen && (question.state === "received" || question.state === "held");
}

/** The kind a question gets: the right to ask is a member's, anybody else's question is open. */
export function kindFor(wanted: QuestionKind, asker: { isMember: boolean }): QuestionKind {
  return wanted === "statutory" && !asker.isMember ? "open" : wanted;
}

/** Statutory questions that stand in the way of closing the session (rules §1.7). */
export function statutoryOpen<Q extends { kind: QuestionKind; state: QuestionState }>(
  questions: readonly Q[],
): Q[] {
  return questions.filter(
    ({ kind, state }) => kind === "statutory" && STATUTORY_OPEN_STATES.includes(state),
  );
}
