/** How many answered on a day (ISO). */
export type AnswersOfDay = { day: string; answers: number };

/** Fewer than so many on a day could be told apart by who knows their colleagues. */
const LEAST = 5;

/**
 * Days in their order, those of few answers told together with the next ones; what is left at the
 * end joins the last.
 */
export function daysTogether(
  days: readonly AnswersOfDay[],
): { from: string; to: string; answers: number }[] {
  const told: { from: string; to: string; answers: number }[] = [];
  let open: { from: string; to: string; answers: number } | undefined;
  for (const { day, answers } of days) {
    open = { from: open?.from ?? day, to: day, answers: (open?.answers ?? 0) + answers };
    if (open.answers < LEAST) continue;
    told.push(open);
    open = undefined;
  }
  if (!open) return told;
  const last = told.pop();
  if (!last) return [];
  return [...told, { from: last.from, to: open.to, answers: last.answers + open.answers }];
}
