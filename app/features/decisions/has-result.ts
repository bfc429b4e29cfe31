import type { DecisionCard } from "#wire/decisions.ts";

/** Whether this reader may see what was decided. */
export function hasResult({ report, outcome }: Pick<DecisionCard, "report" | "outcome">): boolean {
  return report !== undefined || outcome !== undefined;
}
