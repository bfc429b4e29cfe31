/** What went wrong (rules §1.8). `procedure` is a mistake of the bureau itself. */
export const INCIDENT_KINDS = [
  "stream",
  "platform",
  "network",
  "sound",
  "room",
  "people",
  "procedure",
  "other",
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What was done about it; `note` is a mere record. */
export const INCIDENT_ACTS = [
  "note",
  "suspend-session",
  "resume-session",
  "suspend",
  "resume",
  "extend",
  "repeat",
  "close-early",
  "annul",
  "end-burst",
] as const;
export type IncidentAct = (typeof INCIDENT_ACTS)[number];

/** Longest entry (characters). */
export const INCIDENT_MAX = 500;

/** A vote is lengthened by this much at a time (minutes). */
export const MOST_EXTENSION = 120;
