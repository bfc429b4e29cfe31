/**
 * A number that may pass 2^53, or that shares were split to reach: whole numbers in decimal digits,
 * in lowest terms, `den` above 0. JSON can hold it.
 */
export type ExactFraction = { num: string; den: string };

/** `num / den` in lowest terms. @throws RangeError where `den` is 0. */
export function exactFraction(num: bigint, den: bigint): ExactFraction {
  if (den === 0n) throw new RangeError("A fraction of nothing");
  const divisor = greatestCommon(num < 0n ? -num : num, den < 0n ? -den : den);
  const sign = den < 0n ? -1n : 1n;
  return { num: String((sign * num) / divisor), den: String((sign * den) / divisor) };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
