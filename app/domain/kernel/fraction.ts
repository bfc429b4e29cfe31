/** A share as two counts, so that nothing is lost; `den` is never 0. JSON can hold it. */
export type Fraction = { num: number; den: number };

/** `num` of `den`, or undefined where there is no base. */
export function fraction(num: number, den: number): Fraction | undefined {
  return den > 0 ? { num, den } : undefined;
}

/** The smallest whole number of `total` that is at least this fraction of it. */
export function ceilingOf({ num, den }: Fraction, total: number): number {
  return Number((BigInt(num) * BigInt(total) + BigInt(den) - 1n) / BigInt(den));
}

/** Hundredths of a percent, rounded half up: 841 of 41,702 is 202 (2.02 %). */
export function hundredthsOfPercent({ num, den }: Fraction): number {
  return Number((20_000n * BigInt(num) + BigInt(den)) / (2n * BigInt(den)));
}
