import type { CountingMethod } from "../counting-method.ts";
import { type BallotTotals, placesOf, type Profile, totalsOf } from "../profile.ts";
import { explainCount, type Report, type Step } from "../report.ts";
import { groupByNumber } from "../seats.ts";
import { readSettings, SEATS, type Setting } from "../settings.ts";
import type { TieBreaker } from "../tie.ts";
import { marginOfCandidates } from "./candidate-margin.ts";
import { type Appointments, appoint } from "./terms.ts";

/**
 * `terms`: how long each seat lasts (in years or whatever unit was announced), in the order in which
 * seats are given, as a rule the longest first. When given, it says how many seats there are.
 */
export type PerCandidateSettings = { seats: number; terms: number[] };

/** Votes on one candidate. `eligible`: more for than against. `term`: of the seat, if terms were given. */
export type CandidateVotes = {
  option: string;
  for: number;
  against: number;
  abstain: number;
  eligible: boolean;
  term?: number;
};

export type PerCandidateDetail = { candidates: CandidateVotes[]; vacant: number };

export type PerCandidateStep = Step &
  (
    | { code: "appointed"; option: string; for: number; against: number }
    | { code: "appointed-for-term"; option: string; for: number; against: number; term: number }
    | { code: "not-eligible"; option: string; for: number; against: number }
    | { code: "no-seat-left"; option: string; for: number; against: number }
    | { code: "vacant"; seats: number }
  );

export type PerCandidateReport = Report<"per-candidate", PerCandidateDetail, PerCandidateStep>;

const TERMS: Setting<number[]> = {
  default: [],
  read: (value) =>
    Array.isArray(value) && value.length <= 10_000 && value.every(isTerm) ? value : undefined,
};

function isTerm(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= 100;
}

/**
 * Each candidate for or against (rules §1.6). Who has more votes for than against may be appointed;
 * seats go to these by most votes for, the first seats first. Seats that nobody may take stay vacant.
 * A counted ballot that leaves a candidate out abstains on them.
 */
export const perCandidate: CountingMethod<
  "per-candidate",
  PerCandidateSettings,
  PerCandidateReport
> = {
  name: "per-candidate",
  shape: "per-option",
  settings: readSettings({ seats: SEATS, terms: TERMS }),
  tally(profile, { seats: asked, terms }, tie) {
    const options = [...profile.options];
    const seats = terms.length || asked;
    const { votes, ballots } = countVotes(profile);
    const { termOf, ...filled } = appointFrom(votes, seats, terms, tie);
    const candidates = votes.map((it): CandidateVotes => {
      const term = termOf.get(it.option);
      return term === undefined ? it : { ...it, term };
    });
    const vacant = filled.tiedForLast ? 0 : seats - filled.winners.length;
    return {
      method: "per-candidate",
      options,
      ballots,
      seats,
      ...filled,
      margin: marginOfCandidates(profile, { ...filled, votes, ballots, vacant }),
      explanation: explainCount(ballots, () =>
        explain(candidates, filled.order.flat(), new Set(filled.winners), vacant),
      ),
      detail: { candidates, vacant },
    };
  },
};

function countVotes(profile: Profile): { votes: CandidateVotes[]; ballots: BallotTotals } {
  const ballots = totalsOf(profile, "per-option");
  const votes = profile.options.map((option) => ({ option, for: 0, against: 0, abstain: 0 }));
  const at = placesOf(profile.options);
  for (const { content, count } of profile.ballots) {
    if (content.kind !== "per-option") continue;
    for (const [option, stance] of Object.entries(content.choices)) {
      votes[at.get(option)!]![stance] += count;
    }
  }
  return {
    ballots,
    votes: votes.map((it) => ({
      ...it,
      abstain: ballots.counted - it.for - it.against,
      eligible: it.for > it.against,
    })),
  };
}

/** Those who may be appointed by votes for, then the others in the same way. */
function appointFrom(
  votes: CandidateVotes[],
  seats: number,
  terms: number[],
  tie: TieBreaker,
): Appointments {
  const byFor = (some: CandidateVotes[]) =>
    groupByNumber(
      some.map(({ option }) => option),
      some.map((it) => it.for),
    );
  const electable = byFor(votes.filter(({ eligible }) => eligible));
  const others = byFor(votes.filter(({ eligible }) => !eligible));
  return appoint(
    { groups: [...electable, ...others], electable: electable.length, seats, terms },
    tie,
  );
}

function explain(
  candidates: CandidateVotes[],
  order: string[],
  winners: Set<string>,
  vacant: number,
): PerCandidateStep[] {
  const of = new Map(candidates.map((candidate) => [candidate.option, candidate]));
  const steps = order.map((option): PerCandidateStep => {
    const { for: votesFor, against, eligible, term } = of.get(option)!;
    const votes = { option, for: votesFor, against };
    if (!winners.has(option)) return { code: eligible ? "no-seat-left" : "not-eligible", ...votes };
    return term === undefined
      ? { code: "appointed", ...votes }
      : { code: "appointed-for-term", ...votes, term };
  });
  return vacant > 0 ? [...steps, { code: "vacant", seats: vacant }] : steps;
}
