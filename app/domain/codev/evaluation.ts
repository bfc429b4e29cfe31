import type { EndActions, Learning, Outcome } from "./words.ts";

/** Degrees from 1 (not at all) to 4 (yes). */
export type Evaluation = { useful: number; safe: number; act: number };

/** Fewest groups and answers whose sums are shown (rules 2.6): in one of six, anonymous is a word. */
export const LEAST_TO_SHOW = { groups: 2, answers: 10 } as const;

/** A closed cycle whose answers were not published yet. */
export type PendingCycle = { cycleId: string; answers: number };

/**
 * The cycles that can be published together now: all that wait, once they are two with answers and
 * have ten. Whole cycles only, each once: the difference of two publications is never one group.
 */
export function nextRelease(pending: readonly PendingCycle[]): PendingCycle[] {
  const answered = pending.filter(({ answers }) => answers > 0);
  const answers = answered.reduce((sum, cycle) => sum + cycle.answers, 0);
  const enough = answered.length >= LEAST_TO_SHOW.groups && answers >= LEAST_TO_SHOW.answers;
  return enough ? [...pending] : [];
}

/** Of how many groups and answers something is the sum. */
export type SumsOf = { groups: number; answers: number };

/** How many of how many answered "rather yes" or "yes". Counts, no shares: they are few. */
export type EvaluationSums = SumsOf & { useful: number; safe: number; act: number };

/** The same of whole cycles, at their end: what was done, recommended, learned. */
export type EndSums = SumsOf & {
  actions: Record<EndActions, number>;
  recommend: number;
  learnings: Record<Learning, number>;
};

/** What became of plans after three months, by their authors. */
export type FollowUpSums = SumsOf & { outcomes: Record<Outcome, number> };

/** What is published of all groups together; absent while it is of too few. */
export type PublishedSums = {
  sessions?: EvaluationSums;
  endings?: EndSums;
  followUps?: FollowUpSums;
};

/** After the last question of a cycle has been asked, answers are waited for (days). */
export const DAYS_FOR_FOLLOW_UPS = 30;

export function mayShow({ groups, answers }: SumsOf): boolean {
  return groups >= LEAST_TO_SHOW.groups && answers >= LEAST_TO_SHOW.answers;
}
