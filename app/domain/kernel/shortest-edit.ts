/** Tokens `from`…`to` of the old list, replaced by `fromNew`…`toNew` of the new one. */
export type Hunk = { from: number; to: number; fromNew: number; toNew: number };

/** Texts that differ by more than this are replaced whole: looking further costs its square. */
const MOST_STEPS = 1_200;

/**
 * What to replace in one list to have the other, as little as possible (E. W. Myers, An O(ND)
 * Difference Algorithm, 1986). Hunks come in order and never touch. `most` is how many single
 * tokens may differ before everything counts as replaced.
 */
export function shortestEdit(
  old: readonly string[],
  next: readonly string[],
  most = MOST_STEPS,
): Hunk[] {
  const whole = { from: 0, to: old.length, fromNew: 0, toNew: next.length };
  if (old.length === 0 && next.length === 0) return [];
  if (old.length === 0 || next.length === 0) return [whole];
  const trace = searchPath(old, next, most);
  return trace ? hunksBetween(walkBack(trace, old.length, next.length), whole) : [whole];
}

/** Furthest reaching places by diagonal, one array for each number of steps; undefined: too many. */
function searchPath(
  old: readonly string[],
  next: readonly string[],
  most: number,
): Int32Array[] | undefined {
  const limit = Math.min(old.length + next.length, most);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const trace: Int32Array[] = [];
  const equalFrom = (start: number, diagonal: number) => {
    let x = start;
    while (x < old.length && x - diagonal < next.length && old[x] === next[x - diagonal]) x += 1;
    return x;
  };
  for (let steps = 0; steps <= limit; steps += 1) {
    const before = furthest.slice(middle - steps - 1, middle + steps + 2);
    trace.push(before);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const x = equalFrom(stepOnto(before, diagonal, steps).x, diagonal);
      furthest[middle + diagonal] = x;
      if (x >= old.length && x - diagonal >= next.length) return trace;
    }
  }
  return undefined;
}

/** From which diagonal one comes onto this one, and where: from above by a token that is new. */
function stepOnto(
  before: Int32Array,
  diagonal: number,
  steps: number,
): { x: number; from: number } {
  // `before[d + steps + 1]` is how far diagonal d had come one step earlier.
  const left = before[diagonal + steps] ?? 0;
  const above = before[diagonal + steps + 2] ?? 0;
  const down = diagonal === -steps || (diagonal !== steps && left < above);
  return down ? { x: above, from: diagonal + 1 } : { x: left + 1, from: diagonal - 1 };
}

/** Runs of equal tokens on the way found, last first. */
function walkBack(trace: readonly Int32Array[], oldLength: number, newLength: number): Run[] {
  const runs: Run[] = [];
  let x = oldLength;
  let diagonal = oldLength - newLength;
  for (let steps = trace.length - 1; steps > 0; steps -= 1) {
    const onto = stepOnto(trace[steps] ?? new Int32Array(), diagonal, steps);
    if (x > onto.x) runs.push({ x: onto.x, y: onto.x - diagonal, length: x - onto.x });
    // A token of the old list that goes is one step to the right.
    x = onto.from < diagonal ? onto.x - 1 : onto.x;
    diagonal = onto.from;
  }
  if (x > 0) runs.push({ x: 0, y: 0, length: x });
  return runs;
}

type Run = { x: number; y: number; length: number };

function hunksBetween(runs: readonly Run[], whole: Hunk): Hunk[] {
  const hunks: Hunk[] = [];
  let x = 0;
  let y = 0;
  const end: Run = { x: whole.to, y: whole.toNew, length: 0 };
  for (const run of [...runs].reverse().concat(end)) {
    if (run.x > x || run.y > y) hunks.push({ from: x, to: run.x, fromNew: y, toNew: run.y });
    x = run.x + run.length;
    y = run.y + run.length;
  }
  return hunks;
}
