import type { OutcomeMargin } from "../report.ts";
import { tieBreaker } from "../tie.ts";
import { marginOfNothing } from "../turning-pairs.ts";
import { type Papers, type ReadPapers, withBallotsMoved } from "./papers.ts";
import { countTransfers, type TransferCount, type TransferRules } from "./transferable.ts";

/** How many recounts may look for a smaller number than the sure one. */
const RECOUNTS = 4;

/**
 * How few ballots are known to be enough for other winners. Sure: as many as the best loser lacks of
 * a quota of first preferences. Fewer, where a recount shows that they are: ballots moved to the
 * first loser from the last winner, or to somebody excluded from who would have left instead, half
 * of what lay between them and one more. The smallest number of all is known only where there are
 * two options or one ballot is enough: to find it is NP-hard (J. J. Bartholdi and J. B. Orlin,
 * "Single transferable vote resists strategic voting", Social Choice and Welfare 8, 1991).
 */
export function transferMargin(
  options: readonly string[],
  { papers, totals, unclear }: ReadPapers,
  rules: TransferRules,
  count: TransferCount,
): OutcomeMargin {
  const { counted } = totals;
  if (counted === 0) return marginOfNothing(totals.blank + unclear);
  const losers = [...options.keys()].filter((place) => !count.elected.includes(place));
  if (losers.length === 0) return { exact: false };
  const firsts = count.rounds[0]!.votes.map((votes) => votes / rules.unit);
  const quota = Math.floor(counted / (rules.seats + 1)) + 1;
  const sure = quota - Math.max(...losers.map((place) => firsts[place]!));
  const moves = movesToTry(count, rules.unit).filter(({ many }) => many < sure);
  const shown = moves
    .slice(0, RECOUNTS)
    .find((move) => bringsOthers(options, papers, rules, count, move));
  const changed = shown?.many ?? sure;
  return { changed, exact: changed === 1 || options.length === 2 };
}

/** Ballots to take from one option's first preferences and to give to another. */
type Move = { from: number; to: number; many: number };

/** Moves that may bring other winners, the smallest first. */
function movesToTry({ rounds, order, elected }: TransferCount, unit: number): Move[] {
  const moves = rounds.flatMap(({ act, from }, at) => {
    const votes = rounds[at - 1]?.votes ?? [];
    const to = from[0];
    if (act !== "exclusion" || to === undefined) return [];
    const others = [...votes.keys()].filter(
      (place) => !from.includes(place) && votes[place]! >= votes[to]!,
    );
    const next = others.toSorted((a, b) => votes[a]! - votes[b]!)[0];
    return next === undefined ? [] : [moveBetween(votes, next, to, unit)];
  });
  const [winner, loser] = [elected.at(-1), order.flat().find((place) => !elected.includes(place))];
  if (winner !== undefined && loser !== undefined) {
    const both = rounds.findLast(({ votes }) => votes[winner]! > 0 && votes[loser]! > 0);
    if (both) moves.push(moveBetween(both.votes, winner, loser, unit));
  }
  return moves.sort((a, b) => a.many - b.many);
}

function moveBetween(votes: readonly number[], from: number, to: number, unit: number): Move {
  return { from, to, many: Math.floor((votes[from]! - votes[to]!) / (2 * unit)) + 1 };
}

/** Whether a recount after the move surely elects somebody else: no lot is drawn in it. */
function bringsOthers(
  options: readonly string[],
  papers: Papers,
  rules: TransferRules,
  count: TransferCount,
  { from, to, many }: Move,
): boolean {
  const moved = withBallotsMoved(papers, from, to, many);
  if (!moved) return false;
  const again = countTransfers(options, moved, rules, tieBreaker({ kind: "none" }));
  return again.elected.some((place) => !count.elected.includes(place));
}
