import type { BallotDefinition } from "./ballot.ts";
import type { Profile } from "./profile.ts";
import { type AnyReport, countBy, type MethodName, METHODS } from "./registry.ts";
import { type TieRule, tieBreaker } from "./tie.ts";

/** What another method gives: whom it elects, and who stands equal for what is left. */
export type OtherCount = {
  method: Exclude<MethodName, "resolution">;
  winners: string[];
  tied: string[];
};

/** By what the ballots were counted, and what they could say. */
export type OwnCount = {
  method: MethodName;
  seats: number;
  definition: BallotDefinition;
  tie: TieRule;
};

/**
 * What the other methods would have given with the same ballots, seats and rule for ties; each with
 * its defaults for everything else. Only those for which these ballots were made, and which count
 * them exactly.
 */
export function compareMethods(profile: Profile, own: OwnCount): OtherCount[] {
  return Object.values(METHODS)
    .filter(({ name }) => name !== own.method && fits(name, own))
    .flatMap(({ name }) => {
      const report = countIfExact(name, profile, own);
      if (!report || report.method === "resolution") return [];
      const { method, winners, tiedForLast: tied = [] } = report;
      return [{ method, winners, tied }];
    });
}

/** Whether voters could say with this ballot what the method wants to know. */
function fits(name: MethodName, { seats, definition }: OwnCount): boolean {
  const { shape, options, maxChoices = options.length, strict = false } = definition;
  if (METHODS[name].shape !== shape) return false;
  if (name === "irv") return seats === 1 && strict;
  if (name === "stv") return strict;
  // With more marks than seats many ballots would be invalid.
  return name !== "plurality-at-large" || maxChoices <= seats;
}

function countIfExact(
  name: MethodName,
  profile: Profile,
  { seats, definition, tie }: OwnCount,
): AnyReport | undefined {
  const { defaults } = METHODS[name].settings;
  const settings = {
    ...("seats" in defaults ? { seats } : {}),
    ...("grades" in defaults ? { grades: definition.grades } : {}),
  };
  try {
    const counted = countBy(name, profile, settings, tieBreaker(tie));
    return counted.ok ? counted.value : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
