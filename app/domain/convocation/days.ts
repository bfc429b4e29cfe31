import { addDays } from "../kernel/day.ts";

/** Days before the meeting by which a convocation should have left, so that nothing hangs on luck. */
const TARGET_DAYS = 21;

/** Before the law's fifteen clear days nothing shorter counts, whatever the statutes say. */
const LEAST_CLEAR_DAYS = 15;

export type DispatchDays = {
  /** ISO days on the cooperative's calendar: aimed at, and the last one that is in time. */
  target: string;
  last: string;
};

/**
 * When a convocation must leave (rules §1.3). Clear days: neither that of dispatch nor that of the
 * meeting counts, so fifteen of them end on the sixteenth day before.
 */
export function dispatchDays(meeting: string, clearDays: number): DispatchDays {
  const before = Math.max(clearDays, LEAST_CLEAR_DAYS) + 1;
  return {
    target: addDays(meeting, -Math.max(before, TARGET_DAYS)),
    last: addDays(meeting, -before),
  };
}

/**
 * The last day on which written statutory questions are taken before the meeting (rules §1.7);
 * undefined where they are taken until it begins. In the meeting everybody may ask.
 */
export function lastDayForQuestions(meeting: string, deadlineDays: number): string | undefined {
  return deadlineDays > 0 ? addDays(meeting, -deadlineDays) : undefined;
}
