import { isAtWork, type LabState } from "./life.ts";

/** What those who lead do first: say what became of a meeting, fix a date, or bring people. */
export type Due<M> =
  | { what: "report"; meeting: M }
  | { what: "plan" }
  | { what: "gather" }
  | { what: "support" };

type Meeting = { startsAt: number; endsAt: number; cancelled?: boolean; minutesSpent?: number };

/** A meeting that ended longer ago is reported by who wishes, and asked of nobody. */
const ASKED_FOR = 14 * 86_400_000;

/** The one thing that waits, if any. `meetings` come newest first; instants in ms. */
export function dueOf<M extends Meeting>(
  state: LabState,
  meetings: readonly M[],
  now: number,
): Due<M> | undefined {
  if (state === "interest") return { what: "gather" };
  if (state === "ready") return { what: "support" };
  if (!isAtWork(state)) return undefined;
  const held = meetings.filter(({ cancelled }) => !cancelled);
  const last = held.find(({ endsAt }) => endsAt <= now);
  if (last && last.minutesSpent === undefined && now - last.endsAt < ASKED_FOR) {
    return { what: "report", meeting: last };
  }
  return held.some(({ endsAt }) => endsAt > now) ? undefined : { what: "plan" };
}
