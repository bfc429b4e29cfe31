import type { CountingMethod } from "../counting-method.ts";
import { countGrades, type GradeCounts, gradedPairs, GRADES, marginOfPairs } from "../grades.ts";
import { compareMedians, numberOf, partingOf, removedGrade } from "../medians.ts";
import { type BallotTotals, placesOf, type Profile } from "../profile.ts";
import { explainCount, type OutcomeMargin, type Report, type Step } from "../report.ts";
import { fillSeats, type FilledSeats, groupByValue } from "../seats.ts";
import { readSettings, SEATS } from "../settings.ts";
import { lastSeat, marginOfNothing } from "../turning-pairs.ts";

export type MajorityJudgmentSettings = { seats: number; grades: number };

/** Ballots by grade, from the worst; the ballots that leave the option out are among those of grade 0. */
export type GradeProfile = {
  option: string;
  grades: GradeCounts;
  /** Ballots that leave it out. */
  ungraded: number;
  /** The majority grade; missing where no ballot was counted. */
  median?: number;
};

/** Two options with the same median: after `removed` equal medians, these grades were left. */
export type Separation = {
  better: string;
  worse: string;
  removed: number;
  betterGrade: number;
  worseGrade: number;
};

/** `separations`: of each option from the next one in the order, where their medians are the same. */
export type MajorityJudgmentDetail = { profiles: GradeProfile[]; separations: Separation[] };

export type MajorityJudgmentStep = Step &
  (
    | { code: "majority-grade"; option: string; grade: number }
    | ({ code: "separated-by-removal" } & Separation)
    | { code: "ungraded-as-lowest"; options: string[] }
  );

export type MajorityJudgmentReport = Report<
  "majority-judgment",
  MajorityJudgmentDetail,
  MajorityJudgmentStep
>;

/**
 * Majority judgment (M. Balinski and R. Laraki, "Majority Judgment", MIT Press, 2011; rules §3.6):
 * the highest median grade is elected, equal medians being removed one at a time until they differ.
 * An option that a counted ballot leaves out has the lowest grade from it.
 */
export const majorityJudgment: CountingMethod<
  "majority-judgment",
  MajorityJudgmentSettings,
  MajorityJudgmentReport
> = {
  name: "majority-judgment",
  shape: "grade",
  settings: readSettings({ seats: SEATS, grades: GRADES }),
  tally(profile, settings, tie) {
    const options = [...profile.options];
    const { ballots, profiles } = profilesOf(profile, settings.grades);
    const groups = groupByValue(options, compareMedians, (_, at) => profiles[at]!.grades);
    const electable = ballots.counted > 0 ? groups.length : 0;
    const filled = fillSeats(groups, settings.seats, tie, electable);
    const separations = separationsOf(profiles, groups);
    return {
      method: "majority-judgment",
      options,
      ballots,
      seats: settings.seats,
      ...filled,
      margin: marginOf(profile, settings.grades, ballots, filled),
      explanation: explainCount(ballots, () => explain(profiles, separations)),
      detail: { profiles, separations },
    };
  },
};

function profilesOf(
  profile: Profile,
  grades: number,
): { ballots: BallotTotals; profiles: GradeProfile[] } {
  const { counts, ballots } = countGrades(profile, grades);
  const profiles = profile.options.map((option, at) => {
    const ungraded = ballots.counted - numberOf(counts[at]!);
    const all = withLowest(counts[at]!, ungraded);
    const median = ballots.counted > 0 ? { median: removedGrade(all, 0) } : {};
    return { option, grades: all, ungraded, ...median };
  });
  return { ballots, profiles };
}

function withLowest([lowest = 0, ...better]: GradeCounts, ungraded: number): GradeCounts {
  return [lowest + ungraded, ...better];
}

function separationsOf(profiles: readonly GradeProfile[], groups: string[][]): Separation[] {
  const at = placesOf(profiles.map(({ option }) => option));
  return groups.slice(1).flatMap((group, before) => {
    const better = profiles[at.get(groups[before]![0]!)!]!;
    const worse = profiles[at.get(group[0]!)!]!;
    const parting = partingOf(better.grades, worse.grades);
    if (!parting || parting.removed === 0) return [];
    const { removed, first: betterGrade, second: worseGrade } = parting;
    return { better: better.option, worse: worse.option, removed, betterGrade, worseGrade };
  });
}

function explain(profiles: GradeProfile[], separations: Separation[]): MajorityJudgmentStep[] {
  const ungraded = profiles.filter((it) => it.ungraded > 0).map(({ option }) => option);
  return [
    ...profiles.flatMap(({ option, median: grade }) =>
      grade === undefined ? [] : [{ code: "majority-grade" as const, option, grade }],
    ),
    ...separations.map((it) => ({ code: "separated-by-removal" as const, ...it })),
    ...(ungraded.length > 0 ? [{ code: "ungraded-as-lowest" as const, options: ungraded }] : []),
  ];
}

/** Enough for the first loser to pass the last winner: those who now put them furthest apart go first. */
function marginOf(
  profile: Profile,
  grades: number,
  ballots: BallotTotals,
  filled: FilledSeats,
): OutcomeMargin {
  if (ballots.counted === 0) return marginOfNothing(ballots.cast - (profile.invalid ?? 0));
  const pairs = gradedPairs(profile, grades, lastSeat(profile.options, filled));
  const lead = (pair: { winner: number; loser: number }) =>
    Math.max(0, pair.winner) - Math.max(0, pair.loser);
  const complete = (counts: GradeCounts) => withLowest(counts, ballots.counted - numberOf(counts));
  return marginOfPairs(
    pairs,
    grades,
    lead,
    (lost, won) => compareMedians(complete(lost), complete(won)) > 0,
  );
}
