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
  for (let steps = 0; steps <= limit; steps += 1) {
    trace.push(furthest.slice(middle - steps - 1, middle + steps + 2));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const left = furthest[middle + diagonal - 1] ?? 0;
      const above = furthest[middle + diagonal + 1] ?? 0;
      const down = diagonal === -steps || (diagonal !== steps && left < above);
      let x = down ? above : left + 1;
      while (x < old.length && x - diagonal < next.length && old[x] === next[x - diagonal]) x += 1;
      furthest[middle + diagonal] = x;
      if (x >= old.length && x - diagonal >= next.length) return trace;
    }
  }
  return undefined;
}

/** Runs of equal tokens on the way found, last first. */
function walkBack(trace: readonly Int32Array[], oldLength: number, newLength: number): Run[] {
  const runs: Run[] = [];
  let x = oldLength;
  let y = newLength;
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    // `before[d + steps + 1]` is how far diagonal d had come one step earlier.
    const before = trace[steps] ?? new Int32Array();
    const diagonal = x - y;
    const left = before[diagonal + steps] ?? 0;
    const above = before[diagonal + steps + 2] ?? 0;
    const down = diagonal === -steps || (diagonal !== steps && left < above);
    const fromX = steps === 0 ? 0 : down ? above : left;
    const fromY = steps === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
    const startX = steps === 0 ? 0 : down ? fromX : fromX + 1;
    if (x > startX) runs.push({ x: startX, y: startX - diagonal, length: x - startX });
    x = fromX;
    y = fromY;
  }
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
