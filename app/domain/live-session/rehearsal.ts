/** How many invented members a rehearsal has: from a terminal, and from the organiser's page. */
export const REHEARSAL_MEMBERS = { least: 10, usual: 60, mostFromPage: 300, most: 20_000 } as const;

/** What one invented member will do. Times in ms from the beginning of the rehearsal. */
export type MemberPlan = {
  arrivesAt: number;
  asksAt?: number;
  /** When they support a question, each time another one. */
  supportsAt: number[];
  /** Think that long before they vote; `late` wait until the vote has closed. */
  thinks: number;
  votes: "in-time" | "late" | "never";
  changesMind: boolean;
  /** The network goes, and how long it stays away. */
  losses: { at: number; for: number }[];
  /** Goes home and does not come back. */
  leavesAt?: number;
};

/** How long the parts of a rehearsal take (ms). */
export type RehearsalLengths = { arrivals: number; questions: number; vote: number; votes: number };

/** Longer where more people have to come in: at most a hundred a second on average. */
export function lengthsFor(members: number, votes: number): RehearsalLengths {
  return { arrivals: Math.max(6_000, members * 10), questions: 8_000, vote: 10_000, votes };
}

export function totalLength({ arrivals, questions, vote, votes }: RehearsalLengths): number {
  return arrivals + questions + vote * votes;
}

// Shares of a hundred, as seen in long online meetings: few ask, most listen, a third loses the
// network once, and some always come too late.
const ASKS = 8;
const SUPPORTS = 60;
const NEVER_VOTES = 12;
const VOTES_LATE = 4;
const CHANGES_MIND = 10;
const LOSES_NETWORK = 35;
const LEAVES = 4;

/** Draws what one member will do; `below(n)` is a whole number from 0 up to, not including, n. */
export function planMember(below: (n: number) => number, lengths: RehearsalLengths): MemberPlan {
  const chance = (share: number) => below(100) < share;
  const total = totalLength(lengths);
  // The mean of three draws: most arrive in the middle, few at once or at the last moment.
  const arrivesAt = Math.round([1, 2, 3].reduce((sum) => sum + below(lengths.arrivals), 0) / 3);
  const later = () => arrivesAt + 500 + below(Math.max(1, total - arrivesAt - 500));
  const soon = () => arrivesAt + 500 + below(lengths.arrivals + lengths.questions - arrivesAt);
  const roll = below(100);
  return {
    arrivesAt,
    ...(chance(ASKS) ? { asksAt: soon() } : {}),
    supportsAt: chance(SUPPORTS) ? Array.from({ length: 1 + below(4) }, soon) : [],
    thinks: 300 + below(Math.round(lengths.vote * 0.6)),
    votes: roll < NEVER_VOTES ? "never" : roll < NEVER_VOTES + VOTES_LATE ? "late" : "in-time",
    changesMind: chance(CHANGES_MIND),
    losses: chance(LOSES_NETWORK) ? [{ at: later(), for: 300 + below(4_000) }] : [],
    ...(chance(LEAVES) ? { leavesAt: later() } : {}),
  };
}

/** Milliseconds: half were faster, 95 and 99 of a hundred, and the slowest. */
export type Percentiles = { count: number; p50: number; p95: number; p99: number; max: number };

export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const REHEARSAL_TIMES = ["enter", "act", "news", "return", "page"] as const;
/**
 * What is timed: coming in until the session is shown; an act until it is acknowledged; the opening
 * of a vote until it is shown to somebody; a network that is back until the session is right again;
 * a page.
 */
export type RehearsalTime = (typeof REHEARSAL_TIMES)[number];

/** The acts that leave a trace by which it can be checked that they were kept. */
export const REHEARSAL_ACTS = ["arrival", "question", "support", "vote"] as const;
export type RehearsalAct = (typeof REHEARSAL_ACTS)[number];

export const BREAKAGES = [
  "lost-act",
  "unasked-act",
  "unanswered",
  "refused",
  "wrong-count",
  "view-differs",
  "not-let-in",
  "process-died",
  "page-failed",
] as const;
export type Breakage = (typeof BREAKAGES)[number];

export type RehearsalReport = {
  members: number;
  seconds: number;
  votes: number;
  /** Votes that invented members cannot cast: those in secret, and those of other methods. */
  leftOut: number;
  times: Partial<Record<RehearsalTime, Percentiles>>;
  acts: Record<RehearsalAct, { acknowledged: number; kept: number }>;
  /** Networks lost, and how their owners came back: from where they were, or with everything anew. */
  network: { lost: number; since: number; anew: number };
  /** Refusals that were to be expected, by code: somebody votes when the vote has closed. */
  expected: Record<string, number>;
  broken: { what: Breakage; count: number; example: string }[];
};
