import type { CountingMethod } from "../counting-method.ts";
import {
  beatsEveryone,
  comparePairs,
  electableOf,
  layersOf,
  matrixOf,
  type Pairwise,
} from "../pairwise.ts";
import { pairwiseMargin } from "../pairwise-margin.ts";
import { placesOf } from "../profile.ts";
import { explainCount, type Report, type Step } from "../report.ts";
import { fillSeats } from "../seats.ts";
import { readSettings, SEATS } from "../settings.ts";
import { type BeatPath, pathBetween, pathStrengths } from "./beat-paths.ts";

export type SchulzeSettings = { seats: number };

/**
 * `matrix[a][b]`: ballots that rank option a above option b. `strengths[a][b]`: the strongest path
 * from a to b, 0 where there is none. `paths`: from the first option of the order to every other and
 * back, which is why it stands first. Rows and columns in the order of the options' list.
 */
export type SchulzeDetail = { matrix: number[][]; strengths: number[][]; paths: BeatPath[] };

export type SchulzeStep = Step &
  (
    | { code: "beats-everyone"; option: string }
    | { code: "nobody-beats-everyone" }
    | { code: "stronger-path"; option: string; other: string; strength: number; back: number }
    | { code: "equal-paths"; options: string[] }
  );

export type SchulzeReport = Report<"schulze", SchulzeDetail, SchulzeStep>;

/**
 * Schulze's method with winning votes: M. Schulze, "A new monotonic, clone-independent, reversal
 * symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36,
 * 2011. An option stands above another if its strongest path of victories to it is stronger than
 * the one back. A pair that is equal is a victory for neither. Options that no path separates share
 * a group; the declared rule is asked only where the last seat cuts one.
 */
export const schulze: CountingMethod<"schulze", SchulzeSettings, SchulzeReport> = {
  name: "schulze",
  shape: "rank",
  settings: readSettings({ seats: SEATS }),
  tally(profile, { seats }, tie) {
    const pairs = comparePairs(profile);
    const { size } = pairs;
    const strengths = pathStrengths(pairs);
    const isAbove = (a: number, b: number) => strengths[a * size + b]! > strengths[b * size + a]!;
    const groups = layersOf(pairs.options, isAbove);
    const filled = fillSeats(groups, seats, tie, electableOf(pairs, groups));
    return {
      method: "schulze",
      options: [...pairs.options],
      ballots: pairs.totals,
      seats,
      ...filled,
      margin: pairwiseMargin(pairs, filled.winners),
      explanation: explainCount(pairs.totals, () => explain(pairs, strengths, groups)),
      detail: {
        matrix: matrixOf(pairs.over, size),
        strengths: matrixOf(strengths, size),
        paths: pathsOfFirst(pairs, strengths, filled.order),
      },
    };
  },
};

function pathsOfFirst(pairs: Pairwise, strengths: Float64Array, order: string[][]): BeatPath[] {
  const places = placesOf(pairs.options);
  const [first, ...others] = order.flat().map((option) => places.get(option)!);
  if (first === undefined) return [];
  return others
    .flatMap((other) => [
      pathBetween(pairs, strengths, first, other),
      pathBetween(pairs, strengths, other, first),
    ])
    .filter((path) => path !== undefined);
}

function explain(pairs: Pairwise, strengths: Float64Array, groups: string[][]): SchulzeStep[] {
  const winner = beatsEveryone(pairs);
  if (winner !== undefined) return [{ code: "beats-everyone", option: winner }];
  const steps: SchulzeStep[] = [{ code: "nobody-beats-everyone" }];
  const [first = [], second = []] = groups;
  if (first.length > 1) steps.push({ code: "equal-paths", options: first });
  const places = placesOf(pairs.options);
  const between = (from: string, to: string) =>
    strengths[places.get(from)! * pairs.size + places.get(to)!]!;
  for (const option of first) {
    for (const other of second) {
      const [strength, back] = [between(option, other), between(other, option)];
      if (strength > back) steps.push({ code: "stronger-path", option, other, strength, back });
    }
  }
  return steps;
}
