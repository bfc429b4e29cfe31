/** Waiting before the n-th attempt to connect again (ms); the last one repeats for ever. */
const DELAYS_MS = [250, 500, 900, 1_300];

/**
 * How long to wait before attempt `attempt` (from 0), spread by chance (`random` in [0, 1)) so
 * that a whole assembly does not come back in the same instant. Never above 1.7 s: a page has to
 * be right again within two seconds.
 */
export function reconnectDelay(attempt: number, random: number): number {
  const base = DELAYS_MS[Math.min(attempt, DELAYS_MS.length - 1)] ?? 0;
  return Math.round(base * (0.7 + 0.6 * random));
}

/** How long to wait before joining a room again after a gap (ms). */
export function rejoinDelay(random: number): number {
  return Math.round(40 + 360 * random);
}
