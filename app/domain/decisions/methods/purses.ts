import type { Classes, Share } from "./supporters.ts";

/**
 * A number that depends on how far purses were raised: what it is at this step, and how much it
 * grows a step. Everything in a run grows evenly until some comparison in it turns out otherwise.
 */
export type Line = { at: bigint; growth: bigint };

/** What each class of voters has left, in units of which the price of an option is `price`. */
export type Purses = { price: bigint; left: readonly Line[] };

/** What each supporter pays at most: `level / den` of the price; `den` is `payers × price`. */
export type Offer = {
  option: number;
  level: Line;
  den: bigint;
  /** Supporters who pay in full, and the classes of those who pay all they have. */
  payers: bigint;
  emptied: readonly Share[];
};

/** What the supporters of an option have together. */
export function moneyOf(shares: readonly Share[], { left }: Purses): Line {
  let [at, growth] = [0n, 0n];
  for (const { class: its, voters } of shares) {
    at += voters * left[its]!.at;
    growth += voters * left[its]!.growth;
  }
  return { at, growth };
}

/**
 * How the supporters of an option, who can afford it, share its price: everyone pays the same, or
 * all they have where that is less. The level rises as those with less than it are set aside.
 */
export function offerOf(option: number, shares: readonly Share[], { price, left }: Purses): Offer {
  let rest = shares;
  let payers = shares.reduce((sum, { voters }) => sum + voters, 0n);
  const level = { at: price, growth: 0n };
  const emptied: Share[] = [];
  for (;;) {
    // Who has less than `level / payers`, with one division for all of them.
    const least = ceiling(level.at, payers);
    const kept = rest.filter((share) => left[share.class]!.at >= least);
    if (kept.length === rest.length) break;
    for (const share of rest) {
      const { at, growth } = left[share.class]!;
      if (at >= least) continue;
      level.at -= share.voters * at;
      level.growth -= share.voters * growth;
      payers -= share.voters;
      emptied.push(share);
    }
    rest = kept;
  }
  return { option, level, den: payers * price, payers, emptied };
}

/** What is left after the supporters of an option have paid, in units that many times finer. */
export function payFor(offer: Offer, after: Classes, { price, left }: Purses): Purses {
  const { payers, level } = offer;
  const now = left.map(({ at, growth }) => ({ at: at * payers, growth: growth * payers }));
  const emptied = new Set(offer.emptied.map((share) => share.class));
  const rests = after.paid.map(({ from }) =>
    emptied.has(from)
      ? { at: 0n, growth: 0n }
      : { at: now[from]!.at - level.at, growth: now[from]!.growth - level.growth },
  );
  after.paid.forEach(({ to }, at) => (now[to] = rests[at]!));
  return { price: price * payers, left: now };
}

/** Below 0 where the first offer asks less of each supporter: it has more effective votes. */
export function compareOffers(first: Offer, second: Offer): number {
  const difference = first.level.at * second.den - second.level.at * first.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Steps until a sum that grows reaches another one; undefined where it never does. */
export function stepsToReach(sum: Line, goal: bigint): bigint | undefined {
  return sum.growth > 0n ? ceiling(goal - sum.at, sum.growth) : undefined;
}

/**
 * Steps until an offer might no longer be dearer than the cheaper one that was taken: 1 where they
 * are equal now and drift together. As the other offer is a lower bound, it may be more in truth.
 */
export function stepsToCatchUp(taken: Offer, other: Offer): bigint | undefined {
  const gap = other.level.at * taken.den - taken.level.at * other.den;
  const closing = taken.level.growth * other.den - other.level.growth * taken.den;
  if (closing <= 0n) return undefined;
  return gap === 0n ? 1n : ceiling(gap, closing);
}

/** Steps until some supporter who now pays all they have would have more than the others pay. */
export function stepsToRefill({ emptied, level, payers }: Offer, { left }: Purses): bigint[] {
  return emptied.flatMap(({ class: its }) => {
    const purse = left[its]!;
    const closing = purse.growth * payers - level.growth;
    // An empty purse stays empty; it has nothing that could grow.
    if (purse.growth === 0n || closing <= 0n) return [];
    return [(level.at - purse.at * payers) / closing + 1n];
  });
}

function ceiling(num: bigint, den: bigint): bigint {
  return (num + den - 1n) / den;
}
