import type { SiteKind } from "../programme/site.ts";

/** Acts that a door sends in one form. */
export const DOOR_ACTS_AT_ONCE = 200;

/** A device's clock may run ahead of the server's by so much (ms); more is an act from the future. */
export const CLOCK_SLACK_MS = 2 * 60_000;

const HOUR_MS = 3_600_000;

/** Doors open so long before a site begins, and are looked after so long after it ends (ms). */
const BEFORE_MS = 3 * HOUR_MS;
const AFTER_MS = 6 * HOUR_MS;
/** What was noted without a network is taken until then after the end (ms). */
const LATE_MS = 36 * HOUR_MS;

type Hours = { startsAt: number; endsAt: number };
type Phase = "prepared" | "convened" | "live" | "closed";

/**
 * Whether people are let in at a site now: around its hours, and in the rooms of the day while the
 * session runs. A stop of the tour keeps to its own hours.
 */
export function doorsOpen(site: Hours & { kind: SiteKind }, phase: Phase, now: number): boolean {
  const { kind, startsAt, endsAt } = site;
  if (phase === "live" && kind !== "stop") return true;
  return (
    (phase === "convened" || phase === "live") &&
    now >= startsAt - BEFORE_MS &&
    now <= endsAt + AFTER_MS
  );
}

/** When the list on a steward's device is to be forgotten (ms since epoch). */
export function forgetListAt({ endsAt }: Hours, now: number): number {
  return Math.max(endsAt, now) + AFTER_MS;
}

/** Whether an act of this hour is still taken: neither from the future nor from another day. */
export function isInTime({ startsAt, endsAt }: Hours, at: number, now: number): boolean {
  const lastEnd = Math.max(endsAt, at);
  return at <= now + CLOCK_SLACK_MS && at >= startsAt - 24 * HOUR_MS && now <= lastEnd + LATE_MS;
}
