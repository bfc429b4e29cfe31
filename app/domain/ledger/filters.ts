/** By what somebody looks for items: what is owed first. */
export const STANDING_FILTERS = [
  "waiting",
  "late",
  "accepted",
  "adapted",
  "refused",
  "referred",
  "done",
  "debated",
] as const;
export type StandingFilter = (typeof STANDING_FILTERS)[number];
