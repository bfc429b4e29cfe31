import type { Stance } from "../ballot.ts";
import { fewest } from "../margin.ts";
import { type BallotTotals, placesOf, type Profile } from "../profile.ts";
import type { OutcomeMargin } from "../report.ts";
import type { FilledSeats } from "../seats.ts";
import { contenders, type Pair } from "../turning-pairs.ts";
import type { CandidateVotes } from "./per-candidate.ts";

type Counted = Pick<FilledSeats, "winners" | "tiedForLast"> & {
  votes: readonly CandidateVotes[];
  ballots: BallotTotals;
  vacant: number;
};

/** Pairs that are looked at for one passing the other, and pairs that are compared to find these. */
const NEAREST = 1_000;
const MOST_COMPARED = 1_000_000;

/**
 * The fewest ballots that change who is appointed. Three things do: an appointed candidate no longer
 * has more for than against; one who had not more does, while a seat is vacant; one passes an
 * appointed one, having more for than against. Exact unless a pair that was not looked at could
 * better it.
 */
export function marginOfCandidates(profile: Profile, counted: Counted): OutcomeMargin {
  const { votes, ballots, vacant } = counted;
  const fillable = ballots.cast - (profile.invalid ?? 0);
  const { winners, losers } = contenders(profile.options, counted);
  const lead = (place: number) => votes[place]!.for - votes[place]!.against;
  const alone = Math.min(
    ...winners.map((winner) => Math.ceil(lead(winner) / 2)),
    ...(vacant > 0 && fillable > 0 ? losers.map((loser) => Math.floor(-lead(loser) / 2) + 1) : []),
  );
  if (winners.length * losers.length > MOST_COMPARED) return { changed: alone, exact: false };
  const passing = winners
    .flatMap((winner) => losers.map((loser): Pair => [winner, loser]))
    .filter(([winner, loser]) => winner !== loser)
    .map((pair) => ({ pair, lacks: lackingOf(votes, pair) }))
    .filter(({ lacks }) => leastToPass(lacks) < alone)
    .sort((a, b) => leastToPass(a.lacks) - leastToPass(b.lacks));
  // The nearest pair gives a first number; of the others only those count that could better it.
  const silent = fillable - ballots.counted;
  const first = Math.min(alone, ...neededBy(profile, passing.slice(0, 1), silent));
  const near = passing.slice(1).filter(({ lacks }) => leastToPass(lacks) < first);
  const changed = Math.min(first, ...neededBy(profile, near.slice(0, NEAREST), silent));
  const next = near[NEAREST];
  const exact = !next || leastToPass(next.lacks) >= changed;
  return changed === Infinity ? { exact } : { changed, exact };
}

type Passing = { pair: Pair; lacks: Lacking };

/** The ballots that each of these needs for the loser to pass the winner. */
function neededBy(profile: Profile, some: readonly Passing[], silent: number): number[] {
  const pairs = some.map(({ pair }) => pair);
  return stancesOf(profile, pairs, silent).map((stances, at) =>
    ballotsToPass(some[at]!.lacks, stances),
  );
}

/** How many votes for a loser lacks to have more than the winner, and more than those against. */
type Lacking = { ofWinner: number; ofAgainst: number };

function lackingOf(votes: readonly CandidateVotes[], [winner, loser]: Pair): Lacking {
  const { for: own, against } = votes[loser]!;
  return { ofWinner: votes[winner]!.for - own + 1, ofAgainst: against - own + 1 };
}

/** No ballot gives more than two of each. */
function leastToPass({ ofWinner, ofAgainst }: Lacking): number {
  return Math.max(1, Math.ceil(ofWinner / 2), Math.ceil(ofAgainst / 2));
}

/**
 * Ballots by what filling them in otherwise can give: votes gained on the winner, and on those
 * against the loser. `both`: for the winner and against the loser, 2 and 2. `onWinner`: for the
 * winner, silent about the loser, 2 and 1. `onAgainst`: against the loser only, 1 and 2. `plain`: 1
 * and 1. `drop`: for both, 1 and 0. `kept`: for the loser only, nothing.
 */
type Stances = Record<"both" | "onWinner" | "onAgainst" | "plain" | "drop" | "kept", number>;

function kindOf(forWinner: boolean, ofLoser: Stance): keyof Stances {
  if (ofLoser === "for") return forWinner ? "drop" : "kept";
  if (ofLoser === "against") return forWinner ? "both" : "onAgainst";
  return forWinner ? "onWinner" : "plain";
}

/** One walk for all pairs; `silent` ballots say nothing of anybody. */
function stancesOf(profile: Profile, pairs: readonly Pair[], silent: number): Stances[] {
  const found = pairs.map(
    (): Stances => ({ both: 0, onWinner: 0, onAgainst: 0, plain: silent, drop: 0, kept: 0 }),
  );
  const at = placesOf(profile.options);
  const stances = profile.options.map((): Stance => "abstain");
  for (const { content, count } of profile.ballots) {
    if (pairs.length === 0 || content.kind !== "per-option") continue;
    stances.fill("abstain");
    for (const [option, stance] of Object.entries(content.choices)) {
      stances[at.get(option)!] = stance;
    }
    pairs.forEach(([winner, loser], of) => {
      found[of]![kindOf(stances[winner] === "for", stances[loser]!)] += count;
    });
  }
  return found;
}

function ballotsToPass(lacks: Lacking, stances: Stances): number {
  const available = Object.values(stances).reduce((sum, ballots) => sum + ballots, -stances.kept);
  return fewest(available, (ballots) => canPass(lacks, stances, ballots)) ?? Infinity;
}

/** Whether so many ballots, the best of them, make up for what a loser lacks. */
function canPass({ ofWinner, ofAgainst }: Lacking, stances: Stances, ballots: number): boolean {
  const both = Math.min(ballots, stances.both);
  const left = ballots - both;
  const [winner, against] = [ofWinner - 2 * both, ofAgainst - 2 * both];
  const { onWinner, onAgainst } = stances;
  if (onWinner + onAgainst >= left) {
    // Some `n` of the first kind and the rest of the second must give `left + n` and `2 left − n`.
    const from = Math.max(0, left - onAgainst, winner - left);
    const to = Math.min(onWinner, left, 2 * left - against);
    return from <= to;
  }
  const plain = Math.min(left - onWinner - onAgainst, stances.plain);
  const drop = left - onWinner - onAgainst - plain;
  return (
    2 * onWinner + onAgainst + plain + drop >= winner && onWinner + 2 * onAgainst + plain >= against
  );
}
