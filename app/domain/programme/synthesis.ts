/** Days after a stop on which its synthesis is due, unless said otherwise. */
export const SYNTHESIS_DUE_DAYS = 7;

/** The most days that may be given: what was heard must be there before the assembly. */
export const MOST_DUE_DAYS = 60;

/** Where a synthesis stands: its stop is to come, it is owed, late, or there. */
export type SynthesisState = "before" | "owed" | "overdue" | "published";

const DAY_MS = 86_400_000;

/** The ISO day on which the synthesis of a stop is due; `endedOn` is the ISO day it ended. */
export function synthesisDueOn(endedOn: string, dueDays: number): string {
  return new Date(Date.parse(endedOn) + dueDays * DAY_MS).toISOString().slice(0, 10);
}

/** Days are ISO days of the cooperative; the due day itself is in time. */
export function synthesisState(stop: {
  published: boolean;
  endedOn: string;
  dueOn: string;
  today: string;
}): SynthesisState {
  if (stop.published) return "published";
  if (stop.today > stop.dueOn) return "overdue";
  return stop.today < stop.endedOn ? "before" : "owed";
}
