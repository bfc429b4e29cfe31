/**
 * The order in which a list is shown while it changes: what is on screen keeps its place, and new
 * entries wait until the reader asks for them, so that nothing moves under a finger.
 */
export type SteadyOrder = { shown: string[]; waiting: number };

/** `wanted` is the order the list would have now; `shown` is what the reader has before them. */
export function steadyOrder(shown: string[], wanted: string[]): SteadyOrder {
  const present = new Set(wanted);
  const known = new Set(shown);
  return {
    shown: shown.filter((id) => present.has(id)),
    waiting: wanted.filter((id) => !known.has(id)).length,
  };
}
