/**
 * The time of one item of the agenda. It runs on the server's clock and is given as instants, so
 * that nothing has to be sent while it runs (ms since epoch and ms; `allotted` in seconds).
 */
export type ItemTimer = { allotted: number; used: number; since?: number };

/** The longest time an item may be given (seconds). */
export const MOST_ALLOTTED = 12 * 3_600;

/** What an item has before anybody touched its timer. */
export function untouched(minutes: number): ItemTimer {
  return { allotted: minutes * 60, used: 0 };
}

/** How much of its time an item has used (ms). */
export function usedBy({ used, since }: ItemTimer, now: number): number {
  return used + (since === undefined ? 0 : Math.max(0, now - since));
}

/** What is left (ms); below zero it has run over. */
export function leftOf(timer: ItemTimer, now: number): number {
  return timer.allotted * 1_000 - usedBy(timer, now);
}

/** Runs from now; one that runs already goes on as it was. */
export function started(timer: ItemTimer, now: number): ItemTimer {
  return timer.since === undefined ? { ...timer, since: now } : timer;
}

/** Stands still with what it has used; one that stands already stays as it is. */
export function paused({ allotted, ...timer }: ItemTimer, now: number): ItemTimer {
  return { allotted, used: usedBy({ allotted, ...timer }, now) };
}
