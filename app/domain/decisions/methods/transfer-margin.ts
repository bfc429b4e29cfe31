import type { OutcomeMargin } from "../report.ts";
import { tieBreaker } from "../tie.ts";
import { type Papers, withBallotsMoved } from "./papers.ts";
import { countTransfers, type TransferCount, type TransferRules } from "./transferable.ts";

/** How often a smaller number is tried, each time twice as large, before the sure one is taken. */
const RECOUNTS = 4;

/**
 * How few ballots are known to be enough for other winners. Sure: as many as the best loser lacks of
 * a quota of first preferences. Fewer, where a recount shows that they are: ballots moved from the
 * last winner to the first loser, from half of what lay between them on. The smallest number of all
 * is known only where there are two options or one ballot is enough: to find it is NP-hard
 * (J. J. Bartholdi and J. B. Orlin, "Single transferable vote resists strategic voting", 1991).
 */
export function transferMargin(
  options: readonly string[],
  papers: Papers,
  rules: TransferRules,
  count: TransferCount,
): OutcomeMargin {
  const ballots = papers.counts.reduce((sum, each) => sum + each, 0);
  const losers = [...options.keys()].filter((place) => !count.elected.includes(place));
  if (ballots === 0 || losers.length === 0) return { exact: false };
  const firsts = count.rounds[0]!.votes.map((votes) => votes / rules.unit);
  const quota = Math.floor(ballots / (rules.seats + 1)) + 1;
  const sure = quota - Math.max(...losers.map((place) => firsts[place]!));
  const changed = fewerByRecount(options, papers, rules, count, sure) ?? sure;
  return { changed, exact: changed === 1 || options.length === 2 };
}

function fewerByRecount(
  options: readonly string[],
  papers: Papers,
  rules: TransferRules,
  count: TransferCount,
  sure: number,
): number | undefined {
  const last = count.elected.at(-1);
  const first = count.order.flat().find((place) => !count.elected.includes(place));
  if (last === undefined || first === undefined) return undefined;
  const least = leastBetween(count, rules.unit, last, first);
  for (let tried = 0; tried < RECOUNTS; tried += 1) {
    const many = least * 2 ** tried;
    const moved = many < sure ? withBallotsMoved(papers, last, first, many) : undefined;
    if (!moved) return undefined;
    const again = countTransfers(options, moved, rules, tieBreaker({ kind: "none" }));
    if (again.elected.some((place) => !count.elected.includes(place))) return many;
  }
  return undefined;
}

/** Half of what lay between two options when both last had votes, and one ballot more. */
function leastBetween(
  { rounds }: TransferCount,
  unit: number,
  winner: number,
  loser: number,
): number {
  const both = rounds.findLast(({ votes }) => votes[winner]! > 0 && votes[loser]! > 0);
  const gap = both ? both.votes[winner]! - both.votes[loser]! : 0;
  return Math.max(1, Math.floor(gap / (2 * unit)) + 1);
}
