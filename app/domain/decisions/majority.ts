import type { Fraction } from "../kernel/fraction.ts";

/**
 * Majorities of votes expressed, for and against; abstentions stay out of both sides (rules §1.5).
 * A strict one must be exceeded.
 */
export const MAJORITIES = {
  simple: { num: 1, den: 2, strict: true },
  three_quarters: { num: 3, den: 4, strict: false },
  four_fifths: { num: 4, den: 5, strict: false },
} as const satisfies Record<string, Fraction & { strict: boolean }>;
export type Majority = keyof typeof MAJORITIES;

export type Expressed = { for: number; against: number };

/**
 * Whether these votes carry a resolution, in whole numbers: `den × for ≥ num × (for + against)`.
 * `tieCarries` is a casting vote in favour. Nothing expressed carries nothing.
 */
export function carries(majority: Majority, votes: Expressed, tieCarries: boolean): boolean {
  if (votes.for + votes.against === 0) return false;
  const { num, den, strict } = MAJORITIES[majority];
  const reached = BigInt(den) * BigInt(votes.for);
  const needed = BigInt(num) * BigInt(votes.for + votes.against);
  return reached > needed || (reached === needed && (!strict || tieCarries));
}

/** The fewest votes for, among so many expressed, that carry without a casting vote. */
export function neededFor(majority: Majority, expressed: number): number {
  const { num, den, strict } = MAJORITIES[majority];
  const product = BigInt(num) * BigInt(expressed);
  const whole = product / BigInt(den);
  return Number(strict || product % BigInt(den) > 0n ? whole + 1n : whole);
}
