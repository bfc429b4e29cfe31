import { TICK_MS } from "#wire/protocol.ts";

/** Telling one reader one change takes about 40 µs of a process and of the network's work each. */
const MS_A_READER = 0.2;
/** A room never keeps a change back longer than this. */
const SLOWEST_MS = 2_000;

/**
 * Least time between two deltas of a room with this many readers in this process (ms). Up to 1,600
 * readers hear three a second; beyond, the pause grows with them, so that however full the room is,
 * telling it takes a fifth of the process and the rest is left for votes and pages.
 */
export function tickMs(readers: number): number {
  return Math.min(SLOWEST_MS, Math.max(TICK_MS, Math.round(readers * MS_A_READER)));
}
