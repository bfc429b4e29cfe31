import { type Result, ok, refuse } from "../kernel/result.ts";
import type { CountingMethod } from "./counting-method.ts";
import { approval } from "./methods/approval.ts";
import { borda } from "./methods/borda.ts";
import { irv } from "./methods/irv.ts";
import { equalShares } from "./methods/equal-shares.ts";
import { majorityJudgment } from "./methods/majority-judgment.ts";
import { perCandidate } from "./methods/per-candidate.ts";
import { pluralityAtLarge } from "./methods/plurality-at-large.ts";
import { rankedPairs } from "./methods/ranked-pairs.ts";
import { resolution } from "./methods/resolution.ts";
import { schulze } from "./methods/schulze.ts";
import { score } from "./methods/score.ts";
import { stv } from "./methods/stv.ts";
import { BallotsRefused, type Profile, type ProfileRefusal } from "./profile.ts";
import type { SettingsRefusal } from "./settings.ts";
import type { TieBreaker } from "./tie.ts";

/** Counting methods by the name a decision stores. A new method is one more line. */
export const METHODS = {
  resolution,
  "per-candidate": perCandidate,
  approval,
  "plurality-at-large": pluralityAtLarge,
  stv,
  irv,
  schulze,
  "ranked-pairs": rankedPairs,
  borda,
  "equal-shares": equalShares,
  "majority-judgment": majorityJudgment,
  score,
} as const;
export type MethodName = keyof typeof METHODS;

/** What any of the methods reports; `method` tells which one it was. */
export type AnyReport = ReturnType<(typeof METHODS)[MethodName]["tally"]>;

export function isMethodName(value: string): value is MethodName {
  return Object.hasOwn(METHODS, value);
}

/**
 * Counts by the method of this name, with settings from JSON. Ballots that it could not count
 * exactly are refused.
 */
export function countBy(
  name: MethodName,
  profile: Profile,
  input: Record<string, unknown>,
  tie: TieBreaker,
): Result<AnyReport, SettingsRefusal | ProfileRefusal> {
  const method: CountingMethod<MethodName, Record<string, unknown>, AnyReport> = METHODS[name];
  const settings = method.settings.parse(input);
  if (!settings.ok) return settings;
  try {
    return ok(method.tally(profile, settings.value, tie));
  } catch (error) {
    if (error instanceof BallotsRefused) return refuse(error.code);
    throw error;
  }
}
