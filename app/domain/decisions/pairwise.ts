import { pairLanes } from "./pair-lanes.ts";
import type { BallotTotals, Profile } from "./profile.ts";
import { limitOptions, type Ranking, readRankings } from "./rankings.ts";

/**
 * Every two options compared. `over[a × size + b]` is how many ballots rank option a above option b,
 * by their places in the list. A ballot ranks what it names above what it leaves out, and is silent
 * between options it ranks equal or leaves out together.
 */
export type Pairwise = {
  options: readonly string[];
  size: number;
  over: Float64Array;
  totals: BallotTotals;
};

/**
 * Compares every two options over all ballots.
 * @throws BallotsRefused as `readRankings` does.
 */
export function comparePairs(profile: Profile): Pairwise {
  const { options } = profile;
  limitOptions(options);
  const size = options.length;
  const over = new Float64Array(size * size);
  const lanes = pairLanes(size, over);
  const alone = lanes ?? plainPairs(size, over);
  const grouped = plainPairs(size, over);
  const totals = readRankings(profile, (ranking) =>
    (ranking.count === 1 ? alone : grouped).add(ranking),
  );
  lanes?.finish();
  return { options, size, over, totals };
}

/** Whether more ballots rank a above b than b above a. */
export function beats({ over, size }: Pairwise, a: number, b: number): boolean {
  return over[a * size + b]! > over[b * size + a]!;
}

/** The matrix as a report holds it: a row for each option. */
export function matrixOf(cells: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => [
    ...cells.subarray(row * size, (row + 1) * size),
  ]);
}

/** The option that beats every other one, where there is one (the Condorcet winner). */
export function beatsEveryone(pairs: Pairwise): string | undefined {
  return pairs.options.find((_, a) => pairs.options.every((_, b) => a === b || beats(pairs, a, b)));
}

/**
 * Options in groups from partial victories: each group holds those whom nobody still waiting is
 * `above`. `above` has no cycles. Within a group, the order of the list.
 */
export function layersOf(
  options: readonly string[],
  above: (a: number, b: number) => boolean,
): string[][] {
  const size = options.length;
  const waiting = new Set(options.keys());
  const held = Array.from({ length: size }, (_, b) => {
    let others = 0;
    for (let a = 0; a < size; a += 1) if (above(a, b)) others += 1;
    return others;
  });
  const layers: string[][] = [];
  while (waiting.size > 0) {
    const layer = [...waiting].filter((place) => held[place] === 0);
    if (layer.length === 0) throw new Error("Victories that go round in a circle give no order");
    for (const a of layer) waiting.delete(a);
    for (const b of waiting) held[b]! -= layer.filter((a) => above(a, b)).length;
    layers.push(layer.map((place) => options[place]!));
  }
  return layers;
}

/** How many of the groups may have a seat: nobody where no ballot was counted. */
export function electableOf({ totals }: Pairwise, groups: readonly string[][]): number {
  return totals.counted > 0 ? groups.length : 0;
}

/** Adds rankings to a matrix one pair after the other. */
function plainPairs(size: number, over: Float64Array): { add(ranking: Ranking): void } {
  const isNamed = new Uint8Array(size);
  return {
    add: ({ named, ranks, size: length, count }) => {
      isNamed.fill(0);
      for (let i = 0; i < length; i += 1) isNamed[named[i]!] = 1;
      for (let i = 0; i < length; i += 1) {
        const row = named[i]! * size;
        for (let j = i + 1; j < length; j += 1) {
          if (ranks[i] !== ranks[j]) over[row + named[j]!]! += count;
        }
        for (let other = 0; other < size; other += 1) {
          if (isNamed[other] === 0) over[row + other]! += count;
        }
      }
    },
  };
}
