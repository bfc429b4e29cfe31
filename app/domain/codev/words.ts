/** How a group meets; never half in a room and half online (rules 2.3). */
export const MODES = ["room", "online"] as const;
export type Mode = (typeof MODES)[number];

/** Forming (organisers choose) → signing (pact, dates) → running → closed; its texts are purged later. */
export const CYCLE_STATES = ["forming", "signing", "running", "closed", "cancelled"] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

export const PARTICIPANT_STATES = ["invited", "proposed", "active", "left"] as const;
export type ParticipantState = (typeof PARTICIPANT_STATES)[number];

export const SESSION_STATES = ["planned", "open", "closed", "postponed", "cancelled"] as const;
export type CodevSessionState = (typeof SESSION_STATES)[number];

/** `missed`: the client was not there, and the turn is owed. */
export const TURN_STATES = ["planned", "served", "missed"] as const;
export type TurnState = (typeof TURN_STATES)[number];

/** A pair has one of each. */
export const SIDES = ["member", "support"] as const;
export type Side = (typeof SIDES)[number];

export const FACILITATOR_STAGES = ["learning", "shadowing", "ready"] as const;
export type FacilitatorStage = (typeof FACILITATOR_STAGES)[number];

/** Half days of a week in which somebody can come. */
export const SLOTS = [
  "mon-day",
  "mon-evening",
  "tue-day",
  "tue-evening",
  "wed-day",
  "wed-evening",
  "thu-day",
  "thu-evening",
  "fri-day",
  "fri-evening",
  "sat-day",
] as const;
export type Slot = (typeof SLOTS)[number];

/** Broad fields of work, for a mix of trades. */
export const SECTORS = [
  "stage",
  "music",
  "audiovisual",
  "visual-arts",
  "writing",
  "teaching",
  "communication",
  "digital",
  "care",
  "crafts",
  "food",
  "events",
  "consulting",
  "other",
] as const;
export type Sector = (typeof SECTORS)[number];

/** Why two people are not put in one group. */
export const CONFLICT_KINDS = ["competitor", "file", "dispute", "other"] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What each accepts for themselves before a cycle (rules 2.1, 2.4), clause by clause. */
export const PACT_CLAUSES = [
  "confidential",
  "present",
  "listen",
  "act",
  "no-recording",
  "limits",
] as const;
export type PactClause = (typeof PACT_CLAUSES)[number];

export const MOODS = [1, 2, 3, 4, 5] as const;
export type Mood = (typeof MOODS)[number];

export const OUTCOMES = ["done", "partly", "otherwise", "not-yet"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** At the end of a cycle: how much of what one set out to do was done, in one's own judgement. */
export const END_ACTIONS = ["none", "some", "most"] as const;
export type EndActions = (typeof END_ACTIONS)[number];

/** What somebody learned in a cycle, of what groups usually name (rules 2.6). */
export const LEARNINGS = [
  "listening",
  "asking",
  "deciding",
  "practice",
  "trades",
  "alone",
] as const;
export type Learning = (typeof LEARNINGS)[number];

/** What a group writes; each piece lies under its key alone. */
export const TEXT_KINDS = [
  "subject",
  "contract",
  "plan",
  "notepad",
  "tags",
  "parking",
  "pair-notes",
  "debrief",
  "comment",
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Fewest and most in a group, and the usual size (rules 2.1). */
export const SIZE = { least: 4, usualLeast: 6, usualMost: 8, most: 10 } as const;

/** A session takes place with a client and this many others (rules 2.3). */
export const QUORUM_OF_CONSULTANTS = 3;

/** Dates beyond one a member, for what has to be postponed. */
export const SPARE_DATES = 2;
