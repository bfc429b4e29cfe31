import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareMedians, partingOf, removedGrade } from "#domain/decisions/medians.ts";
import { majorityJudgment } from "#domain/decisions/methods/majority-judgment.ts";
import { score } from "#domain/decisions/methods/score.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import {
  LOT,
  NO_RULE,
  oneByOne,
  profiles,
  type SmallProfile,
} from "../../../support/tally-profiles.ts";

/** One ballot a column: what it gives each option, or nothing. */
function graded(rows: Record<string, (number | undefined)[]>): Profile {
  const options = Object.keys(rows);
  const ballots = Math.max(...Object.values(rows).map(({ length }) => length));
  return {
    options,
    ballots: Array.from({ length: ballots }, (_, at) => ({
      content: {
        kind: "grade" as const,
        grades: Object.fromEntries(
          options.flatMap((option) => {
            const grade = rows[option]![at];
            return grade === undefined ? [] : [[option, grade]];
          }),
        ),
      },
      count: 1,
    })),
  };
}

const countsOf = (grades: number[], scale = 5) =>
  Array.from({ length: scale }, (_, grade) => grades.filter((it) => it === grade).length);
const judge = (profile: Profile, seats = 1, grades = 5) =>
  majorityJudgment.tally(profile, { seats, grades }, NO_RULE);

describe("V10 majority judgment", () => {
  const [p, q] = [
    [4, 3, 3, 2, 1],
    [4, 4, 3, 1, 0],
  ];

  it("removes medians in the order 3, 2, 3, 1, 4 and 3, 1, 4, 0, 4", () => {
    const removals = (grades: number[]) =>
      grades.map((_, at) => removedGrade(countsOf(grades), at));
    expect(removals(p)).toEqual([3, 2, 3, 1, 4]);
    expect(removals(q)).toEqual([3, 1, 4, 0, 4]);
  });

  it("puts P first, who keeps the higher median after one removal", () => {
    const report = judge(graded({ P: p, Q: q }));
    expect(report.winners).toEqual(["P"]);
    expect(report.detail.separations).toEqual([
      { better: "P", worse: "Q", removed: 1, betterGrade: 2, worseGrade: 1 },
    ]);
    expect(report.ties).toEqual([]);
  });
});

describe("majority judgment", () => {
  it.each([
    [[0, 1, 2, 3], 1],
    [[2, 2, 4, 4], 2],
    [[0, 4], 0],
    [[3], 3],
  ])("takes the lower middle of %j: %i", (grades, median) => {
    expect(judge(graded({ A: grades })).detail.profiles[0]!.median).toBe(median);
  });

  it("gives the lowest grade where a ballot leaves an option out, and says so", () => {
    const report = judge(graded({ A: [4, undefined, undefined], B: [1, 1, 1] }));
    expect(report.winners).toEqual(["B"]);
    expect(report.detail.profiles[0]).toEqual({
      option: "A",
      grades: [2, 0, 0, 0, 1],
      ungraded: 2,
      median: 0,
    });
    expect(report.explanation).toContainEqual({ code: "ungraded-as-lowest", options: ["A"] });
  });

  it("ties only options with the same grades throughout", () => {
    const report = judge(graded({ A: [4, 2, 0], B: [0, 4, 2], C: [3, 2, 0] }));
    expect(report.order).toEqual([["A", "B"], ["C"]]);
    expect(report.tiedForLast).toEqual(["A", "B"]);
  });

  it("counts a ballot with a grade beyond the scale as invalid", () => {
    const report = judge(graded({ A: [4, 5], B: [0, 4] }));
    expect(report.ballots).toEqual({ cast: 2, blank: 0, invalid: 1, counted: 1 });
    expect(report.winners).toEqual(["A"]);
  });

  it("agrees with removing medians one at a time, on random profiles", () => {
    fc.assert(
      fc.property(profiles("grade", { grades: 4, ballots: 10 }), (profile) => {
        const report = judge(profile, 1, 4);
        expect(report.order).toEqual(naiveOrder(profile, report.ballots.counted));
      }),
      { numRuns: 1_000 },
    );
  });

  it("compares long columns of grades as removing them would", () => {
    const grades = fc.integer({ min: 1, max: 40 }).chain((length) => {
      const some = fc.array(fc.nat(2), { minLength: length, maxLength: length });
      return fc.tuple(some, some);
    });
    fc.assert(
      fc.property(grades, ([first, second]) => {
        const at = [sequence(first), sequence(second)] as const;
        const differs = at[0].findIndex((grade, position) => grade !== at[1][position]);
        const parting = partingOf(countsOf(first, 3), countsOf(second, 3));
        expect(parting?.removed ?? -1).toBe(differs);
        const better = differs === -1 ? 0 : Math.sign(at[0][differs]! - at[1][differs]!);
        expect(Math.sign(compareMedians(countsOf(first, 3), countsOf(second, 3)))).toBe(better);
      }),
      { numRuns: 1_000 },
    );
  });

  it("lets a better grade never make a winner lose", () => {
    fc.assert(
      fc.property(profiles("grade", { grades: 4 }), fc.nat(), (profile, pick) => {
        const [winner] = majorityJudgment.tally(profile, { seats: 1, grades: 4 }, LOT).winners;
        if (winner === undefined) return;
        const raised = raise(profile, winner, pick);
        const after = majorityJudgment.tally(raised, { seats: 1, grades: 4 }, LOT);
        expect(after.winners).toEqual([winner]);
      }),
    );
  });
});

function sequence(grades: number[]): number[] {
  const left = grades.toSorted((a, b) => a - b);
  return grades.map(() => left.splice(Math.floor((left.length - 1) / 2), 1)[0]!);
}

function naiveOrder(profile: SmallProfile, counted: number): string[][] {
  if (counted === 0) return profile.options.length > 0 ? [profile.options] : [];
  const ballots = oneByOne(profile).filter((content) => content.kind === "grade");
  const removals = profile.options.map((option) => ({
    option,
    sequence: sequence(ballots.map(({ grades }) => grades[option] ?? 0)),
  }));
  const compare = (a: number[], b: number[]) => {
    const at = a.findIndex((grade, position) => grade !== b[position]);
    return at === -1 ? 0 : b[at]! - a[at]!;
  };
  const groups = new Map<string, string[]>();
  for (const it of removals.toSorted((a, b) => compare(a.sequence, b.sequence))) {
    groups.set(it.sequence.join(), [...(groups.get(it.sequence.join()) ?? []), it.option]);
  }
  return [...groups.values()];
}

/** The same ballots, one of which gives this option the best grade. */
function raise(profile: SmallProfile, option: string, pick: number): SmallProfile {
  const single = oneByOne(profile);
  const raised = pick % single.length;
  return {
    ...profile,
    ballots: single.map((content, at) => {
      if (at !== raised || content.kind !== "grade") return { content, count: 1 };
      const grades = { ...content.grades, [option]: 3 };
      return { content: { kind: "grade" as const, grades }, count: 1 };
    }),
  };
}

describe("score", () => {
  const given = graded({ A: [4, 4, undefined, undefined], B: [3, 3, 3, 0] });

  it("by sum counts an option that is left out as 0", () => {
    const report = score.tally(given, { seats: 1, grades: 5, by: "sum" }, NO_RULE);
    expect(report.winners).toEqual(["B"]);
    expect(report.detail.scores.map(({ sum }) => sum)).toEqual([8, 9]);
  });

  it("by mean counts only who graded it", () => {
    const report = score.tally(given, { seats: 1, grades: 5, by: "mean" }, NO_RULE);
    expect(report.winners).toEqual(["A"]);
    expect(report.detail.scores.map(({ mean }) => mean)).toEqual([
      { num: "4", den: "1" },
      { num: "9", den: "4" },
    ]);
  });

  it("compares means exactly where floating point sees none", () => {
    const many = 2 ** 51 - 2;
    const report = score.tally(
      {
        options: ["A", "B"],
        ballots: [
          { content: { kind: "grade", grades: { A: 1 } }, count: many },
          { content: { kind: "grade", grades: { A: 0, B: 0 } }, count: 1 },
          { content: { kind: "grade", grades: { B: 1 } }, count: many + 1 },
        ],
      },
      { seats: 1, grades: 2, by: "mean" },
      NO_RULE,
    );
    expect(many / (many + 1)).toBe((many + 1) / (many + 2));
    expect(report.winners).toEqual(["B"]);
  });

  it("refuses sums that a number does not hold", () => {
    const ballots = [{ content: { kind: "grade" as const, grades: { A: 5 } }, count: 2 ** 52 }];
    const settings = { seats: 1, grades: 6, by: "sum" } as const;
    expect(() => score.tally({ options: ["A"], ballots }, settings, NO_RULE)).toThrow(RangeError);
  });

  it("does not elect by mean whom nobody graded", () => {
    const report = score.tally(
      graded({ A: [0], B: [] }),
      { seats: 2, grades: 5, by: "mean" },
      NO_RULE,
    );
    expect(report.winners).toEqual(["A"]);
  });
});
