/**
 * The steps of a co-development session (rules §2.2, after Payette and Champagne), in their order.
 * The opening counts as step 0.
 */
export const STEPS = [
  "opening",
  "expose",
  "clarification",
  "contract",
  "consultation",
  "synthesis",
  "learning",
] as const;
export type Step = (typeof STEPS)[number];

/** Minutes of each step; the whole is about 100 of them. */
export type StepMinutes = Record<Step, number>;

export const DEFAULT_MINUTES: StepMinutes = {
  opening: 15,
  expose: 10,
  clarification: 15,
  contract: 5,
  consultation: 30,
  synthesis: 10,
  learning: 15,
};

/** What a pair may plan for each step, from and to (minutes). On the way each step can be extended. */
export const MINUTES_RANGE: Record<Step, { min: number; max: number }> = {
  opening: { min: 5, max: 30 },
  expose: { min: 5, max: 10 },
  clarification: { min: 10, max: 20 },
  contract: { min: 3, max: 10 },
  consultation: { min: 20, max: 40 },
  synthesis: { min: 10, max: 20 },
  learning: { min: 10, max: 20 },
};

/** The soft bell: this long before the end of a step (ms). */
export const BELL_BEFORE_MS = 2 * 60_000;

/** What one press of "more" or "less" changes (minutes). */
export const EXTENSION_MINUTES = 5;

/** Steps in which everybody is heard in turn, and the client too. */
export const ROUND_STEPS: readonly Step[] = ["opening", "learning"];

/** What a contribution to the consultation is. */
export const TAGS = ["idea", "experience", "question", "resource"] as const;
export type Tag = (typeof TAGS)[number];

/** Why a step was left out: chosen from a list, so that nothing of what was said is written down. */
export const SKIP_REASONS = ["time", "not-needed", "group", "care"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export function stepAfter(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}

export function stepBefore(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) - 1];
}
