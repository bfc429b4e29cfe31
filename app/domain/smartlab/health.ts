import { isAtWork, type LabState } from "./life.ts";

const WEEK = 7 * 86_400_000;

/** How long its people have to answer before the support team is told. */
export const ANSWER_WEEKS = 2;

/** What the health of a lab is read from. Instants in ms. */
export type Pulse = {
  state: LabState;
  silentWeeks: number;
  openedAt: number;
  /** The end of the last meeting that took place. */
  lastMet?: number;
  /** The start of the next one. */
  next?: number;
  /** When its people last said that it goes on, or resumed it. */
  affirmedAt?: number;
  askedAt?: number;
};

/**
 * How a lab does (S-19): well; silent for too long, so that its people are asked to pause, hand
 * over or close; asked and waiting for an answer; or asked and without one. A date that is fixed is
 * a sign of life.
 */
export type Health = "well" | "silent" | "asked" | "unanswered";

export function healthOf(pulse: Pulse, now: number): Health {
  if (!isAtWork(pulse.state) || (pulse.next !== undefined && pulse.next > now)) return "well";
  const sign = Math.max(pulse.openedAt, pulse.lastMet ?? 0, pulse.affirmedAt ?? 0);
  if (now - sign < pulse.silentWeeks * WEEK) return "well";
  if (pulse.askedAt === undefined || pulse.askedAt < sign) return "silent";
  return now - pulse.askedAt < ANSWER_WEEKS * WEEK ? "asked" : "unanswered";
}

/** Whole weeks since an instant. */
export function weeksSince(instant: number, now: number): number {
  return Math.max(0, Math.floor((now - instant) / WEEK));
}
