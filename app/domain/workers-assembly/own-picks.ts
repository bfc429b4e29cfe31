import type { EqualSharesReport } from "../decisions/methods/equal-shares.ts";
import { type ExactFraction, exactFraction } from "../kernel/exact-fraction.ts";

/**
 * What became of one option that somebody approved. `place`: in the order of choosing, from 1.
 * `paid`: what this person's purse gave for it, of a price of 1; nothing where it was empty, and
 * nothing for a place that approvals filled.
 */
export type Fate = { option: string; place?: number; byApprovals: boolean; paid: ExactFraction };

/** The fates of the options of one ballot, and what its purse had at first and has left. */
export type OwnPicks = { fates: Fate[]; purse: ExactFraction; left: ExactFraction };

const NOTHING: ExactFraction = { num: "0", den: "1" };

/**
 * What a published count by equal shares did for a ballot that approves `picks`. The report alone
 * tells it: whoever approves what is bought pays its price per head, or all that is left (rules 3.3).
 */
export function ownPicks(report: EqualSharesReport, picks: readonly string[]): OwnPicks {
  const { detail, winners } = report;
  const purse = picks.length > 0 ? (detail.purse ?? NOTHING) : NOTHING;
  const approved = new Set(picks);
  const paid = new Map<string, ExactFraction>();
  let left = purse;
  for (const { option, each } of detail.rounds) {
    if (!approved.has(option)) continue;
    const share = isLess(left, each) ? left : each;
    paid.set(option, share);
    left = minus(left, share);
  }
  const fates = picks.map((option) => {
    const at = winners.indexOf(option);
    return {
      option,
      ...(at >= 0 ? { place: at + 1 } : {}),
      byApprovals: detail.completed.includes(option),
      paid: paid.get(option) ?? NOTHING,
    };
  });
  return { fates, purse, left };
}

function isLess(a: ExactFraction, b: ExactFraction): boolean {
  return BigInt(a.num) * BigInt(b.den) < BigInt(b.num) * BigInt(a.den);
}

function minus(a: ExactFraction, b: ExactFraction): ExactFraction {
  const [an, ad, bn, bd] = [a.num, a.den, b.num, b.den].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return exactFraction(an * bd - bn * ad, ad * bd);
}
