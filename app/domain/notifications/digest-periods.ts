import { localTime } from "../kernel/local-time.ts";

export const RHYTHMS = ["daily", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** On the cooperative's clock; the week's digest comes on Monday. */
export const DIGEST_HOUR = 8;

const DAY_MS = 86_400_000;

/**
 * The digests that should be out by now, each named after the day it is of: "daily:2026-11-21",
 * "weekly:2026-11-16" (a Monday). Before the hour the last one still counts as due: a server that
 * was away catches up with it, and with none before it.
 */
export function duePeriods(now: Date): { rhythm: Rhythm; period: string }[] {
  const [day = "", hour = ""] = localTime(now).split("T");
  const midnight =
    Date.parse(`${day}T00:00:00Z`) - (Number(hour.slice(0, 2)) < DIGEST_HOUR ? DAY_MS : 0);
  // Days since Monday: 1 January 1970 was a Thursday.
  const sinceMonday = (Math.floor(midnight / DAY_MS) + 3) % 7;
  return [
    { rhythm: "daily", period: `daily:${isoDay(midnight)}` },
    { rhythm: "weekly", period: `weekly:${isoDay(midnight - sinceMonday * DAY_MS)}` },
  ];
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
