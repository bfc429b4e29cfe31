import type { CountingMethod } from "../counting-method.ts";
import { beatsEveryone, comparePairs, electableOf, layersOf, matrixOf } from "../pairwise.ts";
import { pairwiseMargin } from "../pairwise-margin.ts";
import { explainCount, type Report, type Step } from "../report.ts";
import { fillSeats } from "../seats.ts";
import { readSettings, SEATS } from "../settings.ts";
import { lockPairs, type RankedPair, type SkippedPairs } from "./locked-pairs.ts";

export type RankedPairsSettings = { seats: number };

/**
 * `matrix[a][b]`: ballots that rank option a above option b, rows and columns in the order of the
 * options' list. `pairs`: every victory, in the order in which it was looked at.
 */
export type RankedPairsDetail = { matrix: number[][]; pairs: RankedPair[] };

export type RankedPairsStep = Step &
  (
    | { code: "beats-everyone"; option: string }
    | { code: "nobody-beats-everyone" }
    | { code: "equal-options"; options: string[] }
    | SkippedPairs
  );

export type RankedPairsReport = Report<"ranked-pairs", RankedPairsDetail, RankedPairsStep>;

/**
 * Ranked Pairs with winning votes: T. N. Tideman, "Independence of clones as a criterion for voting
 * rules", Social Choice and Welfare 4, 1987. Victories are locked from the strongest down (more
 * ballots for it, then fewer against it); one that would close a circle is skipped. A pair that is
 * equal is a victory for neither. Among victories of equal strength whose order matters the declared
 * rule says which is looked at first; where it does not, all of them that lie on a circle are
 * skipped, so that none is preferred.
 */
export const rankedPairs: CountingMethod<"ranked-pairs", RankedPairsSettings, RankedPairsReport> = {
  name: "ranked-pairs",
  shape: "rank",
  settings: readSettings({ seats: SEATS }),
  tally(profile, { seats }, tie) {
    const pairs = comparePairs(profile);
    const locked = lockPairs(pairs, tie);
    const groups = layersOf(pairs.options, (a, b) => locked.leads(a, b));
    const { ties, ...filled } = fillSeats(groups, seats, tie, electableOf(pairs, groups));
    return {
      method: "ranked-pairs",
      options: [...pairs.options],
      ballots: pairs.totals,
      seats,
      ...filled,
      ties: [...locked.ties, ...ties],
      margin: pairwiseMargin(pairs, filled.winners),
      explanation: explainCount(pairs.totals, () =>
        explain(beatsEveryone(pairs), locked.skipped, groups),
      ),
      detail: { matrix: matrixOf(pairs.over, pairs.size), pairs: locked.pairs },
    };
  },
};

function explain(
  option: string | undefined,
  skipped: readonly SkippedPairs[],
  [first = []]: string[][],
): RankedPairsStep[] {
  return [
    option === undefined ? { code: "nobody-beats-everyone" } : { code: "beats-everyone", option },
    ...skipped,
    ...(first.length > 1 ? [{ code: "equal-options" as const, options: first }] : []),
  ];
}
