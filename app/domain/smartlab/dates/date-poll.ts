/** What somebody says of a date. */
export const DATE_ANSWERS = ["yes", "if-needed", "no"] as const;
export type DateAnswer = (typeof DATE_ANSWERS)[number];

export const MOST_DATES = 8;

export type DateCount = Record<DateAnswer, number>;

/** How many say what of one date. */
export function countAnswers(answers: readonly DateAnswer[]): DateCount {
  const counts: DateCount = { yes: 0, "if-needed": 0, no: 0 };
  for (const answer of answers) counts[answer] += 1;
  return counts;
}

/**
 * The dates on which most can come, and of these the ones that suit most: what the page proposes,
 * and whoever leads decides. Nobody answered, nothing is proposed.
 */
export function bestDates<D extends { counts: DateCount }>(dates: readonly D[]): D[] {
  const rank = ({ counts }: D) => [counts.yes + counts["if-needed"], counts.yes] as const;
  const best = [...dates].sort((a, b) => {
    const [come, suits] = rank(a);
    const [comeB, suitsB] = rank(b);
    return comeB - come || suitsB - suits;
  })[0];
  if (!best || rank(best)[0] === 0) return [];
  const [come, suits] = rank(best);
  return dates.filter((date) => rank(date)[0] === come && rank(date)[1] === suits);
}
