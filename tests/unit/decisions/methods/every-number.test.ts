import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { type AnyReport, countBy, type MethodName, METHODS } from "#domain/decisions/registry.ts";
import { tieBreaker, type TieRule } from "#domain/decisions/tie.ts";
import { naiveMatrix, naiveStrengths } from "../../../support/naive-pairwise.ts";
import {
  naiveHalfPoints,
  naiveJudgment,
  naiveMarks,
  naiveScores,
  naiveVotes,
  withinScale,
} from "../../../support/naive-sums.ts";
import { grouped, replayShares, replayTransfers } from "../../../support/replayed-counts.ts";
import { oneByOne, profiles, type SmallProfile } from "../../../support/tally-profiles.ts";

type Settings = Record<string, unknown>;
type ReportOf<M extends MethodName> = Extract<AnyReport, { method: M }>;
type Check<Report> = (report: Report, profile: SmallProfile, settings: Settings) => void;

const ballotsOf = <K extends BallotContent["kind"]>(profile: SmallProfile, kind: K) =>
  oneByOne(profile).filter((content): content is Extract<BallotContent, { kind: K }> => {
    return content.kind === kind;
  });

/** Seats nobody has, unless a tie leaves them open. */
const vacantOf = ({ seats, winners, tiedForLast }: Exclude<AnyReport, ReportOf<"resolution">>) =>
  tiedForLast ? 0 : seats! - winners.length;

const checkMarks: Check<ReportOf<"approval" | "plurality-at-large">> = (
  report,
  profile,
  { marks },
) => {
  const { options } = profile;
  const most = report.method === "approval" ? options.length : Number(marks ?? report.seats);
  expect(report.detail).toEqual({
    marks: naiveMarks(options, ballotsOf(profile, "approve"), most),
    vacant: vacantOf(report),
  });
};

const checkTransfers: Check<ReportOf<"stv" | "irv">> = (report, profile) => {
  const { detail, ballots, seats } = report;
  const rounds = detail.rounds.map((it) => ({ ...it, transfers: grouped(it.transfers) }));
  expect(rounds).toEqual(replayTransfers(profile, detail));
  const quota = (Math.floor(ballots.counted / (seats! + 1)) + 1) * 100_000;
  const rules = report.method === "stv" ? { unit: 100_000, quota } : { unit: 1 };
  expect({ ...detail, rounds: [] }).toEqual({ ...rules, rounds: [] });
};

const rowsOf = (options: string[], matrix: Record<string, Record<string, number>>) =>
  options.map((a) => options.map((b) => matrix[a]![b]!));

/** One check a method: the compiler asks for that of a new one. */
const CHECKS: { [M in MethodName]: Check<ReportOf<M>> } = {
  resolution: ({ counts, expressed, voters }, profile) => {
    const chosen = ballotsOf(profile, "choice").map(({ option }) => option);
    const of = (option: string) => chosen.filter((it) => it === option).length;
    const abstain = oneByOne(profile).length - of("for") - of("against");
    expect(counts).toEqual({ for: of("for"), against: of("against"), abstain });
    expect([expressed, voters]).toEqual([counts.for + counts.against, expressed + abstain]);
  },
  "per-candidate": (report, profile, { terms = [] }) => {
    const open = report.ties.filter(({ place, fell }) => place === "order" && fell === "unsettled");
    const termOf = (option: string) =>
      open.some(({ between }) => between.includes(option))
        ? undefined
        : (terms as number[])[report.winners.indexOf(option)];
    const candidates = naiveVotes(profile.options, ballotsOf(profile, "per-option"));
    expect(report.detail).toEqual({
      candidates: candidates.map((votes) => {
        const term = termOf(votes.option);
        return term === undefined ? votes : { ...votes, term };
      }),
      vacant: vacantOf(report),
    });
  },
  approval: checkMarks,
  "plurality-at-large": checkMarks,
  stv: checkTransfers,
  irv: checkTransfers,
  schulze: ({ detail, order }, { options, ballots }) => {
    const matrix = naiveMatrix({ options, ballots });
    const strengths = naiveStrengths(options, matrix);
    expect(detail.matrix).toEqual(rowsOf(options, matrix));
    expect(detail.strengths).toEqual(rowsOf(options, strengths));
    const [first, ...others] = order.flat();
    const ends = others.flatMap((other) => [
      [first!, other],
      [other, first!],
    ]);
    expect(detail.paths.map((path) => [path.options[0], path.options.at(-1)])).toEqual(
      ends.filter(([a, b]) => strengths[a!]![b!]! > 0),
    );
    for (const { options: path, strength } of detail.paths) {
      const steps = path
        .slice(1)
        .map((to, at) => [matrix[path[at]!]![to]!, matrix[to]![path[at]!]!]);
      expect(steps.every(([over, back]) => over! > back!)).toBe(true);
      expect(Math.min(...steps.map(([over]) => over!))).toBe(strength);
      expect(strength).toBe(strengths[path[0]!]![path.at(-1)!]);
    }
  },
  "ranked-pairs": ({ detail }, { options, ballots }) => {
    const matrix = naiveMatrix({ options, ballots });
    expect(detail.matrix).toEqual(rowsOf(options, matrix));
    const victories = options.flatMap((winner) =>
      options
        .map((loser) => ({
          winner,
          loser,
          votes: matrix[winner]![loser]!,
          against: matrix[loser]![winner]!,
        }))
        .filter(({ votes, against }) => votes > against),
    );
    const named = detail.pairs.map(({ winner, loser, votes, against }) => ({
      winner,
      loser,
      votes,
      against,
    }));
    expect(named).toHaveLength(victories.length);
    expect(named).toEqual(expect.arrayContaining(victories));
    const strengths = named.map(({ votes, against }) => votes * 1_000 - against);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  },
  borda: ({ detail }, profile, { unranked = "average" }) => {
    expect(detail).toEqual({
      halfPoints: naiveHalfPoints(
        profile.options,
        ballotsOf(profile, "rank"),
        unranked as "average" | "zero",
      ),
      most: 2 * (profile.options.length - 1),
      unranked,
    });
  },
  "equal-shares": (report, profile) => {
    const { detail, winners, seats, explanation } = report;
    const replay = replayShares(profile, seats!, detail);
    const { purses, rounds, ...numbers } = replay;
    for (const { paid } of rounds) expect(paid).toEqual({ num: "1", den: "1" });
    const { steps, parts, end } = detail;
    expect(detail).toEqual({
      ...numbers,
      ...purses,
      rounds: rounds.map(({ bill }) => bill),
      completed: winners.slice(rounds.length),
      vacant: vacantOf(report),
      ...{ steps, parts, end },
    });
    expect(explanation.some(({ code }) => code === "purses-raised")).toBe(steps !== "0");
  },
  "majority-judgment": ({ detail }, profile, { grades: scale = 6 }) => {
    const valid = withinScale(ballotsOf(profile, "grade"), Number(scale));
    expect(detail).toEqual(naiveJudgment(profile.options, valid, Number(scale)));
  },
  score: ({ detail }, profile, { grades: scale = 6, by = "sum" }) => {
    const valid = withinScale(ballotsOf(profile, "grade"), Number(scale));
    const scores = naiveScores(profile.options, valid, Number(scale));
    expect(detail).toEqual({ by, scores });
  },
};

const CASES: { [M in MethodName]: Settings[] } = {
  resolution: [{}, { majority: "four_fifths" }],
  "per-candidate": [{ seats: 2 }, { terms: [6, 4, 4, 2] }],
  approval: [{ seats: 2 }],
  "plurality-at-large": [{ seats: 2 }, { seats: 1, marks: 3 }],
  stv: [{ seats: 1 }, { seats: 3 }],
  irv: [{}],
  schulze: [{ seats: 2 }],
  "ranked-pairs": [{ seats: 2 }],
  borda: [{ seats: 2 }, { unranked: "zero" }],
  "equal-shares": [{ seats: 2 }, { seats: 4, parts: 7 }],
  "majority-judgment": [{ seats: 2 }, { grades: 3 }],
  score: [{ seats: 2 }, { by: "mean", grades: 3 }],
};

const TIES: TieRule[] = [{ kind: "lot", seed: "drawn in public" }, { kind: "none" }];

const cases = (Object.keys(METHODS) as MethodName[]).flatMap((name) =>
  CASES[name].flatMap((settings) => TIES.map((tie) => [name, settings, tie] as const)),
);

/** Every number of a report is checked against its ballots, in a second way, one ballot at a time. */
describe.each(cases)("%s %j, ties by %j", (name, settings, rule) => {
  const { shape } = METHODS[name];
  const arbitrary = profiles(shape, { most: 6, grades: 4, ballots: 12 }).map((profile) =>
    name === "resolution" ? asResolution(profile) : profile,
  );
  const check = CHECKS[name] as Check<AnyReport>;

  it("holds the numbers of its ballots and no others", () => {
    fc.assert(
      fc.property(arbitrary, (profile) => {
        const counted = countBy(name, profile, settings, tieBreaker(rule));
        if (!counted.ok) throw new Error(counted.refusal.code);
        check(counted.value, profile, settings);
      }),
      { numRuns: 100 },
    );
  });
});

/** Of one to six options: those of a resolution, the first ones several times. */
function asResolution(profile: SmallProfile): SmallProfile {
  const options = ["for", "against", "abstain"];
  return {
    ...profile,
    options,
    ballots: profile.ballots.map(({ content, count }) => {
      if (content.kind !== "choice") return { content, count };
      const option = options[profile.options.indexOf(content.option) % 3]!;
      return { content: { kind: "choice", option }, count };
    }),
  };
}
