import type { ExactFraction } from "#domain/kernel/exact-fraction.ts";
import type { ElectionReport } from "#wire/decisions.ts";

/**
 * In what a report counts. `unit`: parts to a vote. `purse`: what one voter had at first, of the
 * price of a place. `grades`: how many there are to give; `named` where each has a word.
 */
export type Scale = { unit: number; purse?: ExactFraction; grades: number; named: boolean };

/** A purse is told as so many points: nobody thinks in thousandths of a price. */
export const POINTS_IN_PURSE = 100;

/** How many grades have a word of their own (rules §3.2); other scales are in figures. */
const NAMED_GRADES = 6;

/** Whole ballots. */
export const PLAIN: Scale = { unit: 1, grades: 0, named: false };

export function scaleOf(report: ElectionReport): Scale {
  switch (report.method) {
    case "stv":
    case "irv":
      return { ...PLAIN, unit: report.detail.unit };
    case "equal-shares": {
      const { firstPurse } = report.detail;
      return firstPurse ? { ...PLAIN, purse: firstPurse } : PLAIN;
    }
    case "majority-judgment": {
      const grades = report.detail.profiles[0]?.grades.length ?? 0;
      return { ...PLAIN, grades, named: grades === NAMED_GRADES };
    }
    case "score":
      return { ...PLAIN, grades: report.detail.scores[0]?.grades.length ?? 0 };
    default:
      return PLAIN;
  }
}

/** An amount, as a part of the price of a place, in points of a first purse, to two decimals. */
export function pointsOf(amount: ExactFraction, { purse }: Scale): number {
  if (!purse || purse.num === "0") return 0;
  return toDecimal({
    num: BigInt(amount.num) * BigInt(purse.den) * BigInt(POINTS_IN_PURSE),
    den: BigInt(amount.den) * BigInt(purse.num),
  });
}

/** The price of a place in points. */
export function priceInPoints(scale: Scale): number {
  return pointsOf({ num: "1", den: "1" }, scale);
}

/** A fraction for the eye: rounded half up to two decimals. */
export function decimalOf({ num, den }: ExactFraction): number {
  return toDecimal({ num: BigInt(num), den: BigInt(den) });
}

function toDecimal({ num, den }: { num: bigint; den: bigint }): number {
  return Number((200n * num + den) / (2n * den)) / 100;
}
