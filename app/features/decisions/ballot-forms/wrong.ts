import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { BallotSubject } from "./form.ts";

/** Why a filled ballot cannot be cast as it is. `count`: how many options it may or must name. */
export type Wrong = { code: "too-many" | "too-few"; count: number } | { code: "same-rank" };

/** What is to be mended before casting. Where scripts run, the form does not let it come to that. */
export function whatIsWrong(
  content: BallotContent,
  { ballot }: Pick<BallotSubject, "ballot">,
): Wrong | undefined {
  const { maxChoices = Infinity, minChoices = 1, strict } = ballot;
  if (content.kind === "approve") {
    const { length } = content.options;
    if (length > maxChoices) return { code: "too-many", count: maxChoices };
    return length < minChoices ? { code: "too-few", count: minChoices } : undefined;
  }
  const level = content.kind === "rank" && content.ranks.some(({ length }) => length > 1);
  return level && strict ? { code: "same-rank" } : undefined;
}
