/**
 * An expected outcome: a value, or a refusal with a code from a closed union. Bugs and outages
 * throw instead. The interface translates codes (`refusals.<code>` in the catalogues).
 */
export type Result<T, C extends string = RefusalCode> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal<C> };

/** Why something was refused. `details` are numbers and words for the sentence, never personal data. */
export type Refusal<C extends string = string> = {
  code: C;
  details?: Record<string, string | number>;
};

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<C extends string>(
  code: C,
  details?: Record<string, string | number>,
): { ok: false; refusal: Refusal<C> } {
  return { ok: false, refusal: details ? { code, details } : { code } };
}

/** Every refusal a person can meet. A new code needs a sentence in four languages (a test checks). */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const REFUSAL_CODES = [
  "not-signed-in",
  "not-allowed",
  "not-found",
  "bad-input",
  "too-large",
  "too-many-requests",
  "foreign-origin",
  "session-revoked",
  "wrong-phase",
  "changed-meanwhile",
  "protocol-version",
  "unknown-room",
  "unknown-command",
  // sign-in
  "wrong-code",
  "code-expired",
  "wrong-password",
  "weak-password",
  "address-taken",
  // live session
  "questions-closed",
  "already-seen",
  "too-many-questions",
  "not-supportable",
  "reason-required",
  "statutory-protected",
  "two-moderators-required",
  "support-closed",
  "name-needed",
  "not-impartial",
  "nothing-to-draw",
  "statutory-deadline",
  // convocation
  "convocation-empty",
  "convocation-too-late",
  "text-convened",
  "another-text",
  "slot-running",
  "fair-order",
  "asker-unknown",
  "floor-closed",
  "poll-closed",
  "poll-incomplete",
  "not-present",
  // the stage
  "agenda-moved",
  "stage-changed",
  "not-heard-yet",
  "vote-suspended",
  "vote-annulled",
  "session-suspended",
  "too-many-notices",
  // decisions
  "vote-not-open",
  "vote-closed",
  "not-entitled",
  "unknown-option",
  "already-voted",
  "unverified-profile",
  "vote-still-open",
  "not-counted",
  "statutory-questions-open",
  "roll-not-taken",
  "bad-ballot",
  "draft-incomplete",
  "draft-in-use",
  "bad-setting",
  "not-a-rehearsal",
  "no-tie-waiting",
  "tie-not-settled",
  "not-publishable",
  // secret ballots
  "urn-not-ready",
  "secret-vote",
  "named-vote",
  "already-issued",
  "marked-otherwise",
  "carries-cookie",
  "bad-credential",
  "bad-signature",
  "stale-revision",
  "credentials-restarted",
  "secret-vote-begun",
  "not-scrutineer",
  "ceremony-not-ready",
  "already-dealt",
  "wrong-share",
  "opening-not-asked",
  "board-not-made",
  "paper-not-reconciled",
  "slips-differ",
  "second-person-required",
  // check-in
  "wrong-room-code",
  "pass-unknown",
  "pass-not-for-office",
  "doors-closed",
  // mandates and minutes
  "mandates-not-allowed",
  "mandate-exists",
  "delegate-not-found",
  "delegate-full",
  "over-one-tenth",
  "mandate-active",
  "minutes-frozen",
  "minutes-not-frozen",
  // programme
  "session-cancelled",
  "session-over",
  "no-registration",
  "rapporteur-unknown",
  "figures-taken",
  // smartlabs
  "lab-not-open",
  "lab-too-early",
  "lab-hand-over-first",
  "lab-places-taken",
  "lab-own-answer",
  "lab-carried-by-them",
  "lab-handed-on",
  "lab-people-only",
  "lab-over",
  "lab-minutes-settled",
  "lab-agreement-missing",
  "lab-still-objected",
  "lab-file-kind",
  // notifications
  "promise-missing",
  "quiet-period",
  // co-development
  "codev-one-client",
  "codev-cannot-come",
  "codev-date-taken",
  "codev-nothing-to-swap",
  "codev-too-late",
  "codev-group-full",
  "codev-conflict",
  "codev-competitors",
  "codev-not-ready",
  "codev-turns-owed",
  "codev-person-unknown",
  // co-development, the session
  "client-missing",
  "quorum-missing",
  "codev-went-on",
  "turn-served",
  "group-key-gone",
  // the ledger
  "ledger-not-waiting",
  "ledger-contested-once",
  "ledger-check-open",
  "ledger-link-impossible",
  "ledger-of-workers",
  "ledger-mandate-missing",
  "ledger-decision-unfit",
  // the book of demands
  "book-not-ready",
  "book-change-unsaid",
  "book-not-entitled",
  // surveys and their campaigns
  "survey-closed",
  "survey-answered",
  "survey-empty",
  "survey-not-asked",
  "survey-observer",
  "survey-not-ready",
  "survey-options",
  "survey-own-words",
  "survey-runs",
  "survey-past-day",
  "survey-reminded-enough",
  "survey-still-open",
  "survey-person-unknown",
  "campaign-not-published",
  "campaign-published",
  "campaign-employer-side",
  "campaign-has-part",
  "campaign-last-coordinator",
  // the ranking of a workers' assembly
  "ranking-later-only",
  "ranking-method-settled",
  "ranking-hours-missing",
  "ranking-unreviewed",
  // the day of a workers' assembly
  "debate-employer-side",
  "debate-not-on-roll",
  "debate-over",
  "debate-other-step",
  "debate-said-enough",
  "debate-same-text",
  "debate-no-change-yet",
  "debate-own-review",
  "debate-none-chosen",
  "debate-facilitator-unknown",
  "debate-unfinished",
  "debate-unreviewed",
  "debate-adoption-first",
  "debate-nothing-to-grade",
  // workers-organise
  "workers-office-employer-side",
  "workers-office-not-asked",
  "workers-office-held",
  "workers-edition-settled",
  "workers-people-only",
  // proposals of a workers' assembly
  "proposal-employer-side",
  "proposal-observer",
  "proposal-not-asked",
  "proposal-frozen",
  "proposal-similar",
  "proposal-several-authors",
  "proposal-merge-open",
  "proposal-merge-two",
  "proposal-without-author",
  "proposal-list-empty",
  // membership
  "import-has-errors",
  "import-running",
  "import-already-done",
] as const;
