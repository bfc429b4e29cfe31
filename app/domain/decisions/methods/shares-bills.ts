import { type ExactFraction, exactFraction } from "../../kernel/exact-fraction.ts";
import { moneyOf } from "./purses.ts";
import type { Purchase, Run } from "./shares-run.ts";
import type { Supporters } from "./supporters.ts";

/**
 * Who paid for an option, in numbers only: `inFull` voters paid `each`, `emptied` voters paid all
 * they had, `emptiedPaid` together, and `penniless` supporters had nothing left to pay with. It had
 * `1 / each` effective votes.
 */
export type Bill = {
  round: number;
  option: string;
  supporters: number;
  each: ExactFraction;
  effectiveVotes: ExactFraction;
  inFull: number;
  emptied: number;
  emptiedPaid: ExactFraction;
  penniless: number;
};

/** What the supporters of an option that was not bought have left together; its price is 1. */
export type Left = { option: string; supporters: number; money: ExactFraction };

export function billsOf(supporters: Supporters, run: Run): Bill[] {
  return run.purchases.map((purchase, at) => billOf(supporters, purchase, at + 1));
}

function billOf(
  { options, approvals }: Supporters,
  { offer, purses }: Purchase,
  round: number,
): Bill {
  const { option, level, den, payers } = offer;
  const emptied = offer.emptied.filter((share) => purses.left[share.class]!.at > 0n);
  const voters = Number(emptied.reduce((sum, share) => sum + share.voters, 0n));
  return {
    round,
    option: options[option]!,
    supporters: approvals[option]!,
    each: exactFraction(level.at, den),
    effectiveVotes: exactFraction(den, level.at),
    inFull: Number(payers),
    emptied: voters,
    emptiedPaid: exactFraction(moneyOf(emptied, purses).at, purses.price),
    penniless: approvals[option]! - Number(payers) - voters,
  };
}

/** The options that were not bought, though somebody approves them. */
export function leftOf({ options, approvals }: Supporters, run: Run): Left[] {
  const bought = new Set(run.purchases.map(({ offer }) => offer.option));
  return options.flatMap((option, place) => {
    if (bought.has(place) || approvals[place] === 0) return [];
    const money = moneyOf(run.classes.sharesOf(place), run.purses).at;
    const fraction = exactFraction(money, run.purses.price);
    return [{ option, supporters: approvals[place]!, money: fraction }];
  });
}

/** What one voter has after so many raises by a part of the first purse. */
export function purseAt(
  seats: number,
  voters: number,
  parts: number,
  steps: bigint,
): ExactFraction {
  return exactFraction(BigInt(seats) * (BigInt(parts) + steps), BigInt(parts) * BigInt(voters));
}
