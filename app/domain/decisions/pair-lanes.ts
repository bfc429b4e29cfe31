import type { Ranking } from "./rankings.ts";

/** Ranks from 0 to 127 leave the top bit of a byte free for a comparison. */
const MOST_RANKS = 127;
/** Words compared before the lanes, which count to 255, are emptied; so few stay in a fast cache. */
const WORDS = 64;
const BALLOTS = WORDS * 4;
const TOP_BITS = 0x80808080 | 0;

/**
 * Compares single ballots four at a time: each option has a row of bytes, one byte for each ballot's
 * rank of it, and one subtraction of two 32-bit words compares four of them (SIMD within a register;
 * L. Lamport, "Multiple byte processing with full-word instructions", 1975). Adds up to the same
 * matrix as one pair after the other, several times faster. Undefined where ranks need more bits.
 */
export function pairLanes(
  size: number,
  over: Float64Array,
): { add(ranking: Ranking): void; finish(): void } | undefined {
  if (size > MOST_RANKS) return undefined;
  const words = new Int32Array(size * WORDS);
  const rankOf = new Uint8Array(words.buffer);
  rankOf.fill(size);
  let held = 0;

  const finish = () => {
    const used = Math.ceil(held / 4);
    for (let a = 0; a < size; a += 1) {
      for (let b = a + 1; b < size; b += 1) compare(a, b, used);
    }
    // Ballots that are not there rank everything last and equal.
    rankOf.fill(size);
    held = 0;
  };

  const compare = (a: number, b: number, used: number) => {
    let notAbove = 0;
    let notBelow = 0;
    for (let word = 0; word < used; word += 1) {
      const ofA = words[a * WORDS + word]!;
      const ofB = words[b * WORDS + word]!;
      notAbove = (notAbove + ((((ofA | TOP_BITS) - ofB) & TOP_BITS) >>> 7)) | 0;
      notBelow = (notBelow + ((((ofB | TOP_BITS) - ofA) & TOP_BITS) >>> 7)) | 0;
    }
    over[a * size + b]! += 4 * used - sumOfLanes(notAbove);
    over[b * size + a]! += 4 * used - sumOfLanes(notBelow);
  };

  return {
    add: ({ named, ranks, size: length }) => {
      for (let i = 0; i < length; i += 1) rankOf[named[i]! * BALLOTS + held] = ranks[i]!;
      held += 1;
      if (held === BALLOTS) finish();
    },
    finish,
  };
}

function sumOfLanes(lanes: number): number {
  return (lanes & 255) + ((lanes >>> 8) & 255) + ((lanes >>> 16) & 255) + (lanes >>> 24);
}
