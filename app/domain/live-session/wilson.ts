/** Two-sided 95 %. */
const Z = 1.96;

/**
 * Lower bound of the Wilson score interval for `supports` among `exposures` (rules §4.4, V6), from 0
 * to 1: what few people have seen ranks below what many have seen and liked as much.
 */
export function wilsonLower(supports: number, exposures: number): number {
  if (exposures <= 0) return 0;
  const share = Math.min(1, supports / exposures);
  const square = (Z * Z) / exposures;
  const spread = Z * Math.sqrt((share * (1 - share) + square / 4) / exposures);
  return Math.max(0, (share + square / 2 - spread) / (1 + square));
}
