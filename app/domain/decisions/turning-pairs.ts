import type { OutcomeMargin } from "./report.ts";
import type { FilledSeats } from "./seats.ts";

/** A winner and a loser, by their places in the options' list. */
export type Pair = readonly [winner: number, loser: number];

/** How many ballots put a winner so many points above a loser, by points. */
export type Leads = ReadonlyMap<number, number>;

/**
 * The outcome of a method that adds points: a loser who passes a winner changes it, and nothing else
 * does. One ballot can move a pair by twice `half` at most: from one end of the scale to the other.
 */
export type PointsRace = Contenders & {
  points: readonly number[];
  half: number;
  /** The leads of several pairs in one walk over the ballots, blank ones among those at 0. */
  leadsOf: (pairs: readonly Pair[]) => Leads[];
};

/** Who could pass whom; options tied for the last seat stand on both sides. */
export type Contenders = { winners: readonly number[]; losers: readonly number[] };

export function contenders(
  options: readonly string[],
  { winners, tiedForLast = [] }: Pick<FilledSeats, "winners" | "tiedForLast">,
): Contenders {
  const won = new Set(winners);
  const tied = new Set(tiedForLast);
  const placesWhere = (holds: (option: string) => boolean) =>
    options.flatMap((option, place) => (holds(option) ? [place] : []));
  return {
    winners: placesWhere((option) => won.has(option) || tied.has(option)),
    losers: placesWhere((option) => !won.has(option)),
  };
}

/** The lowest winners and the highest losers that are looked at, of each so many. */
const NEAREST = 32;

/**
 * Who could pass whom for the last seat: those elected last with those not elected first, and who
 * is level with either, so that it is the same whatever order they stand in. None where everybody
 * is elected, or nobody.
 */
export function lastSeat(
  options: readonly string[],
  { winners, tiedForLast, order }: Pick<FilledSeats, "winners" | "tiedForLast" | "order">,
): Pair[] {
  const won = new Set(winners);
  const levelWith = (option: string | undefined, elected: boolean) =>
    order
      .find((group) => option !== undefined && group.includes(option))
      ?.filter((other) => won.has(other) === elected) ?? [];
  const nearest = (some: readonly string[]) =>
    some
      .toSorted()
      .slice(0, NEAREST)
      .map((option) => options.indexOf(option));
  const last = nearest(tiedForLast ?? levelWith(winners.at(-1), true));
  const first = nearest(tiedForLast ?? levelWith(order.flat()[winners.length], false));
  return last.flatMap((winner) =>
    first.filter((loser) => loser !== winner).map((loser): Pair => [winner, loser]),
  );
}

/**
 * Where nothing was counted nobody is elected, and the first ballot that says something changes it.
 * `fillable`: ballots that could have; not papers that nobody could read.
 */
export function marginOfNothing(fillable: number): OutcomeMargin {
  return { ...(fillable > 0 ? { changed: 1 } : {}), exact: true };
}

/**
 * The fewest ballots that, filled in otherwise, put some loser above some winner. Each moves its pair
 * by the lead it gives and `half`, so those with the widest lead turn first. The closest pair gives a
 * first number; pairs that could not better it even if each ballot moved them all the way are left
 * out. Exact unless a pair beyond the nearest ones could still better it.
 */
export function pointsMargin(race: PointsRace): OutcomeMargin {
  const { points } = race;
  const winners = race.winners.toSorted((a, b) => points[a]! - points[b]!);
  const losers = race.losers.toSorted((a, b) => points[b]! - points[a]!);
  const lowest = winners[0];
  const highest = losers.find((place) => place !== lowest);
  if (lowest === undefined || highest === undefined) return { exact: true };

  const gapOf = ([winner, loser]: Pair) => points[winner]! - points[loser]!;
  const atLeast = (pair: Pair) => Math.max(1, Math.floor(gapOf(pair) / (2 * race.half)) + 1);
  const fewestOf = (pairs: Pair[]) =>
    race.leadsOf(pairs).map((leads, at) => ballotsToTurn(gapOf(pairs[at]!), race.half, leads));

  const first = Math.min(...fewestOf([[lowest, highest]]));
  const near = winners
    .slice(0, NEAREST)
    .flatMap((winner) => losers.slice(0, NEAREST).map((loser): Pair => [winner, loser]))
    .filter((pair) => pair[0] !== pair[1] && atLeast(pair) < first);
  const changed = Math.min(first, ...fewestOf(near));
  if (changed === Infinity) return { exact: false };
  const beyond: Pair[] = [
    [winners[NEAREST] ?? lowest, highest],
    [lowest, losers[NEAREST] ?? highest],
  ];
  const wide = winners.length > NEAREST || losers.length > NEAREST;
  return { changed, exact: !wide || beyond.every((pair) => atLeast(pair) >= changed) };
}

/** Ballots needed to move a pair by more than `gap`; Infinity where all of them are too few. */
function ballotsToTurn(gap: number, half: number, leads: Leads): number {
  let missing = gap;
  let ballots = 0;
  for (const [lead, available] of [...leads].sort(([a], [b]) => b - a)) {
    const move = lead + half;
    if (move <= 0) break;
    const enough = Math.floor(missing / move) + 1;
    if (enough <= available) return ballots + enough;
    ballots += available;
    missing -= available * move;
  }
  return Infinity;
}
