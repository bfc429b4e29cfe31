import { type ExactFraction, exactFraction } from "../../kernel/exact-fraction.ts";
import type { CountingMethod } from "../counting-method.ts";
import {
  countGrades,
  type GradeCounts,
  type GradedPair,
  gradedPairs,
  GRADES,
  marginOfPairs,
} from "../grades.ts";
import { type BallotTotals, placesOf, type Profile } from "../profile.ts";
import { explainCount, type OutcomeMargin, type Report, type Step } from "../report.ts";
import { fillSeats, type FilledSeats, groupByValue } from "../seats.ts";
import { oneOf, readSettings, SEATS } from "../settings.ts";
import {
  contenders,
  lastSeat,
  type Leads,
  marginOfNothing,
  pointsMargin,
} from "../turning-pairs.ts";

/**
 * `sum`: an option that a ballot leaves out has 0 from it. `mean`: of the ballots that grade the
 * option; one that nobody grades stands last and is not elected.
 */
export type ScoreSettings = { seats: number; grades: number; by: "sum" | "mean" };

export type Score = {
  option: string;
  sum: number;
  graders: number;
  /** Missing where nobody grades the option. */
  mean?: ExactFraction;
  /** Ballots by grade, from the worst. */
  grades: GradeCounts;
};

export type ScoreDetail = { by: ScoreSettings["by"]; scores: Score[] };

export type ScoreStep = Step &
  (
    | { code: "elected-by-sum" | "not-elected-by-sum"; option: string; sum: number }
    | { code: "elected-by-mean" | "not-elected-by-mean"; option: string; mean: ExactFraction }
    | { code: "nobody-graded"; options: string[] }
  );

export type ScoreReport = Report<"score", ScoreDetail, ScoreStep>;

type Total = { sum: number; graders: number };

/** Score voting: the highest sum of grades, or the highest mean of those given, is elected. */
export const score: CountingMethod<"score", ScoreSettings, ScoreReport> = {
  name: "score",
  shape: "grade",
  settings: readSettings({ seats: SEATS, grades: GRADES, by: oneOf("sum", "mean") }),
  tally(profile, settings, tie) {
    const options = [...profile.options];
    const { counts, ballots } = countGrades(profile, settings.grades);
    const totals = counts.map(totalOf);
    const compare = comparison(settings.by);
    const groups = groupByValue(options, compare, (_, at) => totals[at]!);
    const at = placesOf(options);
    const mayWin = ([option]: string[]) =>
      ballots.counted > 0 && (settings.by === "sum" || totals[at.get(option!)!]!.graders > 0);
    const filled = fillSeats(groups, settings.seats, tie, groups.filter(mayWin).length);
    const scores = options.map((option, place) => scoreOf(option, counts[place]!));
    return {
      method: "score",
      options,
      ballots,
      seats: settings.seats,
      ...filled,
      margin: marginOf(profile, settings, { ballots, totals, filled }),
      explanation: explainCount(ballots, () => explain(settings.by, scores, filled)),
      detail: { by: settings.by, scores },
    };
  },
};

function totalOf(counts: GradeCounts): Total {
  return {
    sum: counts.reduce((sum, ballots, grade) => sum + ballots * grade, 0),
    graders: counts.reduce((sum, ballots) => sum + ballots, 0),
  };
}

function comparison(by: ScoreSettings["by"]): (a: Total, b: Total) => number {
  if (by === "sum") return (a, b) => a.sum - b.sum;
  return (a, b) => {
    if (a.graders === 0 || b.graders === 0) return Math.sign(a.graders) - Math.sign(b.graders);
    const left = BigInt(a.sum) * BigInt(b.graders);
    const right = BigInt(b.sum) * BigInt(a.graders);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function scoreOf(option: string, grades: GradeCounts): Score {
  const { sum, graders } = totalOf(grades);
  const mean = graders > 0 ? { mean: exactFraction(BigInt(sum), BigInt(graders)) } : {};
  return { option, sum, graders, ...mean, grades };
}

function explain(by: ScoreSettings["by"], scores: Score[], filled: FilledSeats): ScoreStep[] {
  const of = new Map(scores.map((it) => [it.option, it]));
  const step = (option: string | undefined, elected: boolean): ScoreStep[] => {
    if (option === undefined) return [];
    const { sum, mean } = of.get(option)!;
    if (by === "sum") {
      return [{ code: elected ? "elected-by-sum" : "not-elected-by-sum", option, sum }];
    }
    return mean
      ? [{ code: elected ? "elected-by-mean" : "not-elected-by-mean", option, mean }]
      : [];
  };
  const ungraded = scores.filter(({ graders }) => graders === 0).map(({ option }) => option);
  return [
    ...filled.winners.flatMap((option) => step(option, true)),
    ...step(filled.order.flat()[filled.winners.length], false),
    ...(ungraded.length > 0 ? [{ code: "nobody-graded" as const, options: ungraded }] : []),
  ];
}

/** Exact for sums; for means, enough for the first loser to pass the last winner. */
function marginOf(
  profile: Profile,
  { grades, by }: ScoreSettings,
  { ballots, totals, filled }: { ballots: BallotTotals; totals: Total[]; filled: FilledSeats },
): OutcomeMargin {
  if (ballots.counted === 0) return marginOfNothing(ballots.cast - (profile.invalid ?? 0));
  if (by === "sum") {
    return pointsMargin({
      ...contenders(profile.options, filled),
      points: totals.map(({ sum }) => sum),
      half: grades - 1,
      leadsOf: (pairs) =>
        gradedPairs(profile, grades, pairs).map((given) => leadsOf(given, ballots)),
    });
  }
  const compare = comparison(by);
  return marginOfPairs(
    gradedPairs(profile, grades, lastSeat(profile.options, filled)),
    grades,
    leadOf,
    (lost, won) => compare(totalOf(lost), totalOf(won)) > 0,
  );
}

/** What one ballot puts between the two, no grade being worth 0. */
function leadOf({ winner, loser }: GradedPair): number {
  return Math.max(0, winner) - Math.max(0, loser);
}

function leadsOf(given: readonly GradedPair[], { cast, counted }: BallotTotals): Leads {
  // Ballots that were blank or invalid put nothing between the two until they are filled in.
  const leads = new Map([[0, cast - counted]]);
  for (const pair of given) {
    leads.set(leadOf(pair), (leads.get(leadOf(pair)) ?? 0) + pair.ballots);
  }
  return leads;
}
