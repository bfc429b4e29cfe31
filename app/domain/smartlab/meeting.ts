import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** People say that they are there from half an hour before; a forgotten one for a week after. */
const BEFORE = 30 * MINUTE;
const AFTER = 7 * DAY;

/** A meeting in time. Instants in ms. */
export type Timed = { startsAt: number; endsAt: number; cancelled?: boolean };

/** Whether somebody may say now that they are (or were) there. */
export function mayAttend(meeting: Timed, now: number): Result<null> {
  if (meeting.cancelled) return refuse("session-cancelled");
  if (now < meeting.startsAt - BEFORE) return refuse("lab-too-early");
  if (now > meeting.endsAt + AFTER) return refuse("session-over");
  return ok(null);
}

/** Minutes that a meeting took: what was noted, or what was planned. */
export function minutesOf(meeting: Timed & { minutesSpent?: number }): number {
  return meeting.minutesSpent ?? Math.round((meeting.endsAt - meeting.startsAt) / MINUTE);
}

/** How far a lab came. Hours of sessions and hours of persons are two figures (S-19). */
export type Funnel = {
  interested: number;
  registered: number;
  /** Came to one meeting at least. */
  met: number;
  meetings: number;
  sessionMinutes: number;
  personMinutes: number;
};

/** Several labs together; people are counted once a lab. */
export function sumOf(funnels: readonly Funnel[]): Funnel {
  const total: Funnel = {
    interested: 0,
    registered: 0,
    met: 0,
    meetings: 0,
    sessionMinutes: 0,
    personMinutes: 0,
  };
  for (const funnel of funnels) {
    for (const key of Object.keys(total) as (keyof Funnel)[]) total[key] += funnel[key];
  }
  return total;
}
