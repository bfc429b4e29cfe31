import type { MethodName } from "./registry.ts";
import type { TieMet, TieRule } from "./tie.ts";

/**
 * What settles a tie, as it is declared before a vote: a tied resolution is not adopted; a lot is
 * drawn in public, after the count and only where it is needed; the chair has a casting vote; or
 * nothing does, and the tie is reported as one.
 */
export const DECLARED_TIE_RULES = ["not_adopted", "lot", "casting", "none"] as const;
export type DeclaredTieRule = (typeof DECLARED_TIE_RULES)[number];

/** What was drawn or ordered after the count; missing as long as nothing was. */
export type SettledTie = { seed?: string; order?: string[] };

/** The rule to count by: until the lot is drawn or the casting vote given, a tie stays one. */
export function tieRuleOf(declared: string, { seed, order }: SettledTie): TieRule {
  if (declared === "lot" && seed !== undefined) return { kind: "lot", seed };
  if (declared === "casting" && order) return { kind: "casting", order };
  return { kind: "none" };
}

/** Options that a count found equal, waiting for the rule that was declared. */
export type UnsettledTie = { rule: "lot" | "casting"; between: string[] };

/** The tie that this report waits for, if the declared rule can still settle one. */
export function unsettledTie(report: CountedTies, declared: string): UnsettledTie | undefined {
  if (declared !== "lot" && declared !== "casting") return undefined;
  const between = tiedOptions(report);
  return between && { rule: declared, between };
}

/** What of a report tells its ties. */
export type CountedTies =
  | { method: "resolution"; explanation: readonly { code: string }[] }
  | { method: ElectionMethod; ties: readonly TieMet[] };

type ElectionMethod = Exclude<MethodName, "resolution">;

function tiedOptions(report: CountedTies): string[] | undefined {
  if (report.method !== "resolution") {
    return report.ties.find(({ fell }) => fell === "unsettled")?.between;
  }
  const tied = report.explanation.some(({ code }) => code === "tie-not-adopted");
  return tied ? ["for", "against"] : undefined;
}
