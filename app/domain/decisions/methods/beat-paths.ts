import { beats, type Pairwise } from "../pairwise.ts";

/** A path of victories from the first of `options` to the last; `strength` is its weakest one's. */
export type BeatPath = { options: string[]; strength: number };

/**
 * Strengths of the strongest paths of victories: cell `a × size + b` holds the weakest victory on
 * the strongest path from a to b, in ballots for it (winning votes), and 0 without a path. By the
 * algorithm of Floyd and Warshall (Schulze 2011, section 2.3.1).
 */
export function pathStrengths(pairs: Pairwise): Float64Array {
  const { size } = pairs;
  const strengths = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) strengths[a * size + b] = victory(pairs, a, b);
  }
  for (let via = 0; via < size; via += 1) {
    for (let a = 0; a < size; a += 1) leadThrough(strengths, size, a, via);
  }
  return strengths;
}

/** Lets paths from `a` go through `via` where that is stronger. */
function leadThrough(strengths: Float64Array, size: number, a: number, via: number): void {
  const toVia = strengths[a * size + via]!;
  if (toVia === 0) return;
  for (let b = 0; b < size; b += 1) {
    const through = Math.min(toVia, strengths[via * size + b]!);
    if (b !== a && through > strengths[a * size + b]!) strengths[a * size + b] = through;
  }
}

/** The shortest of the strongest paths, or undefined where no victories lead there. */
export function pathBetween(
  pairs: Pairwise,
  strengths: Float64Array,
  from: number,
  to: number,
): BeatPath | undefined {
  const { size, options } = pairs;
  const strength = strengths[from * size + to]!;
  if (strength === 0) return undefined;
  const cameFrom = new Map([[from, from]]);
  for (const a of cameFrom.keys()) {
    for (let b = 0; b < size && !cameFrom.has(to); b += 1) {
      if (!cameFrom.has(b) && victory(pairs, a, b) >= strength) cameFrom.set(b, a);
    }
  }
  const path = [to];
  while (path[0] !== from) path.unshift(cameFrom.get(path[0]!)!);
  return { options: path.map((place) => options[place]!), strength };
}

/** How many ballots made a beat b, or 0. */
function victory(pairs: Pairwise, a: number, b: number): number {
  return beats(pairs, a, b) ? pairs.over[a * pairs.size + b]! : 0;
}
