/** Where a workers' assembly is on its way from proposals to the board's answers (rules 3.2). */
export const STAGES = [
  "gathering",
  "frozen",
  "ranking",
  "ranked",
  "debating",
  "adopting",
  "booked",
  "transmitted",
] as const;
export type Stage = (typeof STAGES)[number];

/** Whether a stage lies before another on the way. */
export function isBefore(stage: Stage, other: Stage): boolean {
  return STAGES.indexOf(stage) < STAGES.indexOf(other);
}

export const PROPOSAL_KINDS = ["action", "demand"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const SOURCE_KINDS = ["survey-demand", "workshop", "lab", "conference"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** So many proposals become one at most: more than that nobody reads side by side. */
export const MERGE_MOST = 8;

/** What a proposal is called once the list is frozen: P01, P02 … */
export function proposalCode(number: number): string {
  return `P${String(number).padStart(2, "0")}`;
}
