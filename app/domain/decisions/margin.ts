import type { Majority } from "./majority.ts";
import { carries } from "./majority.ts";
import type { ResolutionCounts } from "./options.ts";

/**
 * How close it was (docs/adr/0003-resolution-rules.md).
 * - `changed`: the fewest voters who, voting otherwise, would have turned the outcome.
 * - `added`: the fewest entitled persons who did not vote and, voting, would have turned it.
 * A member is missing where no number would do. The quorum and the tie rule stay as they were.
 */
export type Margin = { changed?: number; added?: number };

/** The margin of a quorate vote. `room` is how many more could have voted. */
export function marginOf(
  majority: Majority,
  counts: ResolutionCounts,
  tieCarries: boolean,
  room: number,
): Margin {
  const adopted = carries(majority, counts, tieCarries);
  const turns = (forDelta: number, againstDelta: number) =>
    carries(
      majority,
      { for: counts.for + forDelta, against: counts.against + againstDelta },
      tieCarries,
    ) !== adopted;

  // A vote that crosses the floor weighs more than an abstention that ends, so it goes first. Each
  // line of votes moves the outcome one way only, which is why halving finds the smallest.
  const changed = adopted
    ? fewest(counts.for, (n) => turns(-n, n))
    : counts.against > 0
      ? fewest(counts.against, (n) => turns(n, -n))
      : fewest(counts.abstain, (n) => turns(n, 0));
  const added = fewest(room, adopted ? (n) => turns(0, n) : (n) => turns(n, 0));
  return { ...(changed ? { changed } : {}), ...(added ? { added } : {}) };
}

/** The smallest n from 1 to `limit` for which a condition that stays true once true holds. */
export function fewest(limit: number, holds: (n: number) => boolean): number | undefined {
  if (limit < 1 || !holds(limit)) return undefined;
  let low = 1;
  let high = limit;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
