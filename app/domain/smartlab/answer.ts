/** Days before an answer ends on which who answers for it is told. */
export const DAYS_OF_NOTICE = 14;

/**
 * Whether one may rely on an answer today (S-25): nobody checked it; it holds; it holds, and ends
 * within days; its day is over; another took its place.
 */
export type AnswerState = "unchecked" | "holds" | "ending" | "expired" | "replaced";

/** `validUntil` is the last ISO day on which it holds; `soon`: the ISO day before which one ends soon. */
export function answerState(
  answer: { validUntil?: string; replaced: boolean },
  { today, soon }: { today: string; soon: string },
): AnswerState {
  if (answer.replaced) return "replaced";
  if (answer.validUntil === undefined) return "unchecked";
  if (answer.validUntil < today) return "expired";
  return answer.validUntil < soon ? "ending" : "holds";
}
