/** What a debate goes through (rules 3.2.4), from before it begins to its end. */
export const DEBATE_STEPS = ["waiting", "clarify", "react", "amend", "objections", "done"] as const;
export type DebateStep = (typeof DEBATE_STEPS)[number];

/** The steps that take time, with the share of a debate's minutes that each is given, in twentieths. */
const TWENTIETHS: Record<DebateStep, number> = {
  waiting: 0,
  clarify: 3,
  react: 5,
  amend: 7,
  objections: 5,
  done: 0,
};

/** Minutes of a step in a debate of so many; whole ones, at least two where it takes time. */
export function minutesOf(step: DebateStep, minutes: number): number {
  const share = TWENTIETHS[step];
  return share === 0 ? 0 : Math.max(2, Math.round((minutes * share) / 20));
}

/** The one after a step; none after the end. */
export function stepAfter(step: DebateStep): DebateStep | undefined {
  return DEBATE_STEPS[DEBATE_STEPS.indexOf(step) + 1];
}

/** Whether a debate may go there: one step on, or back to any that takes time. */
export function maySteer(from: DebateStep, to: DebateStep): boolean {
  if (to === "waiting") return false;
  return stepAfter(from) === to || DEBATE_STEPS.indexOf(to) < DEBATE_STEPS.indexOf(from);
}

/** Whether it has begun and is not over. */
export function isHeld(step: DebateStep): boolean {
  return step !== "waiting" && step !== "done";
}

/** Whether its text may be amended: from the step for it until the end. */
export function mayAmend(step: DebateStep): boolean {
  return step === "amend" || step === "objections";
}

export const WORD_KINDS = ["question", "reaction"] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** The step in which a kind of word is first said; it stays open until the text is amended. */
export function maySay(step: DebateStep, kind: WordKind): boolean {
  if (kind === "question") return step === "clarify" || step === "react";
  return step === "react" || step === "amend";
}

/** What an objection can rest on; a preference is none (rules 3.2.4). */
export const GROUNDS = ["harms-aim", "beyond-limits"] as const;
export type Ground = (typeof GROUNDS)[number];

export const AMENDMENT_OUTCOMES = ["taken", "changed", "declined"] as const;
export type AmendmentOutcome = (typeof AMENDMENT_OUTCOMES)[number];
export type AmendmentState = "open" | "withdrawn" | AmendmentOutcome;

export type ObjectionState =
  | "open"
  | "change-offered"
  | "note-offered"
  | "solved"
  | "dissent"
  | "withdrawn";

/** Whether an objection still waits for something. */
export function isUnsettled(state: ObjectionState): boolean {
  return state === "open" || state === "change-offered" || state === "note-offered";
}

/** Characters of a demand's text, as when it was proposed. */
export const SENTENCE_MOST = 200;
export const PARAGRAPH_MOST = 1_200;
/** Of what is said about it. */
export const WORD_MOST = 400;
/** What one person may say of one text, and amendments or objections of theirs that wait at a time. */
export const WORDS_MOST = 12;
export const WAITING_MOST = 4;

export type DebatedText = { sentence: string; paragraph: string };
