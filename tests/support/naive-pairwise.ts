import type { Profile } from "#domain/decisions/profile.ts";
import { singleRankings } from "./rank-arbitraries.ts";

export type NaiveMatrix = Record<string, Record<string, number>>;

/** Ballot by ballot and pair by pair, as one would by hand. */
export function naiveMatrix(profile: Profile): NaiveMatrix {
  const { options } = profile;
  const matrix: NaiveMatrix = {};
  const ballots = singleRankings(profile);
  for (const a of options) {
    matrix[a] = {};
    for (const b of options) {
      matrix[a][b] = ballots.filter((ranks) => rankOf(ranks, a) < rankOf(ranks, b)).length;
    }
  }
  return matrix;
}

function rankOf(ranks: string[][], option: string): number {
  const at = ranks.findIndex((equals) => equals.includes(option));
  return at < 0 ? ranks.length : at;
}

/** Strongest paths by walking every path there is. */
export function naiveStrengths(options: readonly string[], matrix: NaiveMatrix): NaiveMatrix {
  const walk = (at: string, to: string, seen: string[]): number => {
    if (at === to) return Infinity;
    return Math.max(
      0,
      ...options
        .filter((next) => !seen.includes(next) && matrix[at]![next]! > matrix[next]![at]!)
        .map((next) => Math.min(matrix[at]![next]!, walk(next, to, [...seen, next]))),
    );
  };
  return Object.fromEntries(
    options.map((a) => [
      a,
      Object.fromEntries(options.map((b) => [b, a === b ? 0 : walk(a, b, [a])])),
    ]),
  );
}

/** Takes away those whom nobody left stands above, again and again. */
export function naiveLayers(
  options: readonly string[],
  above: (a: string, b: string) => boolean,
): string[][] {
  const layers: string[][] = [];
  for (let left = [...options]; left.length > 0; ) {
    const layer = left.filter((option) => !left.some((other) => above(other, option)));
    layers.push(layer);
    left = left.filter((option) => !layer.includes(option));
  }
  return layers;
}

/** The smallest set whose members all beat everybody outside (Smith). */
export function smithSet(options: readonly string[], matrix: NaiveMatrix): string[] {
  const subsets = Array.from({ length: 2 ** options.length - 1 }, (_, mask) =>
    options.filter((_, at) => ((mask + 1) >> at) & 1),
  ).sort((a, b) => a.length - b.length);
  return subsets.find((set) =>
    options
      .filter((option) => !set.includes(option))
      .every((out) => set.every((member) => matrix[member]![out]! > matrix[out]![member]!)),
  )!;
}

type Edge = { winner: string; loser: string };

/** Ranked Pairs with a list of edges that is searched anew each time; equal ones by `preference`. */
export function naiveRankedPairs(
  options: readonly string[],
  matrix: NaiveMatrix,
  preference: readonly string[] | undefined,
): string[][] {
  const votes = ({ winner, loser }: Edge) => matrix[winner]![loser]!;
  const against = ({ winner, loser }: Edge) => matrix[loser]![winner]!;
  const edges = options
    .flatMap((winner) => options.map((loser) => ({ winner, loser })))
    .filter((edge) => votes(edge) > against(edge));
  const locked: Edge[] = [];
  const strengths = [...new Set(edges.map((edge) => `${votes(edge)}/${against(edge)}`))]
    .map((text) => text.split("/").map(Number) as [number, number])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [strength, opposed] of strengths) {
    const equal = edges.filter((edge) => votes(edge) === strength && against(edge) === opposed);
    if (preference) {
      const place = (option: string) => preference.indexOf(option);
      equal.sort((a, b) => place(a.winner) - place(b.winner) || place(a.loser) - place(b.loser));
      for (const edge of equal) if (!leads(locked, edge.loser, edge.winner)) locked.push(edge);
    } else {
      const open = equal.filter((edge) => !leads(locked, edge.loser, edge.winner));
      const all = [...locked, ...open];
      locked.push(...open.filter((edge) => !leads(all, edge.loser, edge.winner)));
    }
  }
  return naiveLayers(options, (a, b) => leads(locked, a, b));
}

function leads(edges: readonly Edge[], from: string, to: string): boolean {
  const reached = new Set([from]);
  for (const at of reached) {
    for (const { winner, loser } of edges) if (winner === at) reached.add(loser);
  }
  return from !== to && reached.has(to);
}
