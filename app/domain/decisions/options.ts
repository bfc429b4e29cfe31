import type { CountedContent } from "./ballot.ts";

/** What a resolution asks; the interface names them. */
export const RESOLUTION_OPTIONS = ["for", "against", "abstain"] as const;
export type ResolutionOption = (typeof RESOLUTION_OPTIONS)[number];

/** How many chose what. */
export type ResolutionCounts = Record<ResolutionOption, number>;

/** Choices added up, option by option. Blank ballots express nothing and count for none. */
export function countChoices(ballots: readonly CountedContent[]): ResolutionCounts {
  const count = (option: ResolutionOption) =>
    ballots.reduce(
      (sum, { content, ballots: number }) =>
        content.kind === "choice" && content.option === option ? sum + number : sum,
      0,
    );
  return { for: count("for"), against: count("against"), abstain: count("abstain") };
}
