import type { Majority } from "#domain/decisions/majority.ts";
import type { ResolutionRule } from "#domain/decisions/resolution.ts";

/**
 * The majority that a decision rests on in the statutes. An election and a choice among proposals
 * are ordinary decisions (rules §1.5).
 */
export function majorityOf({
  method,
  rule,
}: {
  method: string;
  rule: Record<string, unknown> | ResolutionRule;
}): { majority: Majority } {
  return { majority: method === "resolution" ? (rule as ResolutionRule).majority : "simple" };
}
