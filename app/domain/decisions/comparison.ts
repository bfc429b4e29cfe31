import { type AnyReport, countBy, METHODS, type MethodName } from "./registry.ts";
import type { Profile } from "./profile.ts";
import type { ResolutionReport } from "./resolution.ts";
import { type TieRule, tieBreaker } from "./tie.ts";

type Counted = Exclude<AnyReport, ResolutionReport>;

/** What another method gives from the same ballots, without its reasons. */
export type OtherCount = Pick<Counted, "method" | "winners" | "order"> & {
  tiedForLast?: string[];
};

/** By what the ballots were counted; its settings go to every method that has them too. */
export type OwnCount = { method: MethodName; rule: Record<string, unknown>; tie: TieRule };

/**
 * What every other method that such ballots allow would have given, for as many places. One that
 * cannot count these ballots exactly is left out.
 */
export function compareMethods({ method, rule, tie }: OwnCount, profile: Profile): OtherCount[] {
  const { shape } = METHODS[method];
  return methodNames()
    .filter((name) => name !== method && METHODS[name].shape === shape && isForAsMany(name, rule))
    .flatMap((name) => {
      const report = countIfExact(name, profile, settingsFor(name, rule), tie);
      if (!report || report.method === "resolution") return [];
      const { winners, tiedForLast, order } = report;
      return [{ method: report.method, winners, order, ...(tiedForLast ? { tiedForLast } : {}) }];
    });
}

/** The instant runoff fills one place only. */
function isForAsMany(name: MethodName, { seats = 1 }: Record<string, unknown>): boolean {
  return seats === 1 || "seats" in METHODS[name].settings.defaults;
}

function settingsFor(name: MethodName, rule: Record<string, unknown>): Record<string, unknown> {
  const known = METHODS[name].settings.defaults;
  const shared = ["seats", "grades"].filter((setting) => setting in known && setting in rule);
  return Object.fromEntries(shared.map((setting) => [setting, rule[setting]]));
}

function countIfExact(
  name: MethodName,
  profile: Profile,
  settings: Record<string, unknown>,
  tie: TieRule,
): AnyReport | undefined {
  try {
    const counted = countBy(name, profile, settings, tieBreaker(tie));
    return counted.ok ? counted.value : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function methodNames(): MethodName[] {
  return Object.keys(METHODS) as MethodName[];
}
