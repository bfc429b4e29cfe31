/** What a resolution asks; the interface names them. */
export const RESOLUTION_OPTIONS = ["for", "against", "abstain"] as const;
export type ResolutionOption = (typeof RESOLUTION_OPTIONS)[number];

/** How many chose what. */
export type ResolutionCounts = Record<ResolutionOption, number>;
