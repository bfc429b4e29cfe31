import type { Pairwise } from "./pairwise.ts";
import type { OutcomeMargin } from "./report.ts";
import { marginOfNothing } from "./turning-pairs.ts";

/**
 * How few ballots are known to be enough for other winners, in a method that always chooses the
 * option that beats every other one. A ballot that is changed to rank one loser first takes 2 from
 * the lead of each option it ranked above; so for each option that this loser does not beat, half
 * its lead and one more are enough, and together they make the loser beat everyone. Exact where
 * there are two options or one ballot is enough: fewer would change nothing.
 */
export function pairwiseMargin(pairs: Pairwise, winners: readonly string[]): OutcomeMargin {
  const { options, totals } = pairs;
  if (totals.counted === 0) return marginOfNothing(totals.blank);
  const won = new Set(winners);
  let fewest = totals.counted;
  options.forEach((option, place) => {
    if (!won.has(option)) fewest = Math.min(fewest, ballotsToBeatEveryone(pairs, place));
  });
  if (won.size === options.length) return { exact: false };
  return { changed: fewest, exact: fewest === 1 || options.length === 2 };
}

function ballotsToBeatEveryone({ over, size }: Pairwise, place: number): number {
  let ballots = 0;
  for (let other = 0; other < size; other += 1) {
    const lead = over[other * size + place]! - over[place * size + other]!;
    if (other !== place && lead >= 0) ballots += Math.floor(lead / 2) + 1;
  }
  return ballots;
}
