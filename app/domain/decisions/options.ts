import type { BallotGroup } from "./profile.ts";

/** What a resolution asks; the interface names them. */
export const RESOLUTION_OPTIONS = ["for", "against", "abstain"] as const;
export type ResolutionOption = (typeof RESOLUTION_OPTIONS)[number];

/** How many chose what. */
export type ResolutionCounts = Record<ResolutionOption, number>;

/** Choices added up, option by option. A blank ballot expresses nothing, and so abstains. */
export function countChoices(ballots: Iterable<BallotGroup>): ResolutionCounts {
  const counts: ResolutionCounts = { for: 0, against: 0, abstain: 0 };
  for (const { content, count } of ballots) {
    const chosen = content.kind === "choice" ? content.option : "abstain";
    const option = RESOLUTION_OPTIONS.find((known) => known === chosen);
    if (option) counts[option] += count;
  }
  return counts;
}
