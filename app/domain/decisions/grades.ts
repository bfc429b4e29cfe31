import { fewest } from "./margin.ts";
import {
  BallotsRefused,
  type BallotTotals,
  isCount,
  placesOf,
  type Profile,
  totalsOf,
} from "./profile.ts";
import type { OutcomeMargin } from "./report.ts";
import { type Setting, wholeNumber } from "./settings.ts";
import type { Pair } from "./turning-pairs.ts";

/** How many grades there are: 0, the worst, to one less. Six as in rules §3.2, "à rejeter" being 0. */
export const GRADES: Setting<number> = wholeNumber(6, 2, 1_000);

/** How many ballots give an option each grade. */
export type GradeCounts = number[];

/**
 * How often each option has each grade, options and grades in their order. A ballot with a grade
 * beyond the scale is invalid as a whole; an option that a ballot leaves out has no grade from it.
 * @throws BallotsRefused where `checkProfile` refuses, or where sums of grades would pass 2^53 − 1.
 */
export function countGrades(
  profile: Profile,
  grades: number,
): { counts: GradeCounts[]; ballots: BallotTotals } {
  const ballots = { ...totalsOf(profile, "grade") };
  if (!isCount(ballots.cast * (grades - 1))) throw new BallotsRefused("sum-too-large");
  const counts = profile.options.map(() => Array.from({ length: grades }, () => 0));
  const at = placesOf(profile.options);
  for (const { content, count } of profile.ballots) {
    if (content.kind !== "grade") continue;
    const given = Object.entries(content.grades);
    if (given.some(([, grade]) => grade >= grades)) {
      ballots.invalid += count;
      ballots.counted -= count;
    } else {
      for (const [option, grade] of given) counts[at.get(option)!]![grade]! += count;
    }
  }
  return { counts, ballots };
}

/** Ballots by the grades they give a winner and a loser; −1 stands for none. */
export type GradedPair = { winner: number; loser: number; ballots: number };

/** The readable ballots by what they say of two options, for several twos in one walk. */
export function gradedPairs(
  profile: Profile,
  grades: number,
  pairs: readonly Pair[],
): GradedPair[][] {
  const found = pairs.map(() => new Map<string, GradedPair>());
  for (const { content, count } of profile.ballots) {
    if (content.kind !== "grade") continue;
    const given = new Map(Object.entries(content.grades));
    if (given.size === 0 || Math.max(...given.values()) >= grades) continue;
    const of = (place: number) => given.get(profile.options[place]!) ?? -1;
    pairs.forEach(([first, second], at) => {
      const pair = { winner: of(first), loser: of(second), ballots: count };
      const key = `${pair.winner} ${pair.loser}`;
      const known = found[at]!.get(key);
      if (known) known.ballots += count;
      else found[at]!.set(key, pair);
    });
  }
  return found.map((found) => [...found.values()]);
}

/**
 * A number of ballots that is enough to put one of the losers above their winner, each giving the two
 * the ends of the scale; those first that `gain` most. It is found by trying, so fewer might do
 * unless it is one. Nothing would do where there is nobody to pass.
 */
export function marginOfPairs(
  pairs: readonly (readonly GradedPair[])[],
  grades: number,
  gain: (pair: GradedPair) => number,
  passes: (loser: GradeCounts, winner: GradeCounts) => boolean,
): OutcomeMargin {
  if (pairs.length === 0) return { exact: true };
  const enough = pairs.map((of) => ballotsToPass(of, grades, gain, passes) ?? Infinity);
  const changed = Math.min(...enough);
  return { ...(changed < Infinity ? { changed } : {}), exact: changed === 1 };
}

function ballotsToPass(
  given: readonly GradedPair[],
  grades: number,
  gain: (pair: GradedPair) => number,
  passes: (loser: GradeCounts, winner: GradeCounts) => boolean,
): number | undefined {
  const sorted = given.toSorted(
    (a, b) => gain(b) - gain(a) || b.winner - a.winner || a.loser - b.loser,
  );
  const all = given.reduce((sum, { ballots }) => sum + ballots, 0);
  return fewest(all, (ballots) => {
    const after = changeBallots(sorted, grades, ballots);
    return passes(after.loser, after.winner);
  });
}

function changeBallots(
  pairs: readonly GradedPair[],
  grades: number,
  ballots: number,
): { winner: GradeCounts; loser: GradeCounts } {
  const winner = Array.from({ length: grades }, () => 0);
  const loser = Array.from({ length: grades }, () => 0);
  winner[0] = ballots;
  loser[grades - 1] = ballots;
  let left = ballots;
  for (const pair of pairs) {
    const changed = Math.min(left, pair.ballots);
    left -= changed;
    if (pair.winner >= 0) winner[pair.winner]! += pair.ballots - changed;
    if (pair.loser >= 0) loser[pair.loser]! += pair.ballots - changed;
  }
  return { winner, loser };
}
