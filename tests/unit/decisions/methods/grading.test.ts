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

/** Letters as grades: A is the worst. */
const lettered = (rows: Record<string, string>) =>
  graded(
    Object.fromEntries(
      Object.entries(rows).map(([option, letters]) => [
        option,
        [...letters].map((letter) => (letter === "-" ? undefined : letter.charCodeAt(0) - 65)),
      ]),
    ),
  );

/**
 * D. S. Felsenthal and M. Machover, "The Majority Judgement voting procedure: a critical evaluation",
 * Homo Oeconomicus 25, 2008, pages 329 and 330, as D. S. Felsenthal gives them in "Review of paradoxes
 * afflicting various voting procedures", 2010, examples 25, 27 and 28.
 */
describe("majority judgment, published examples of where it fails", () => {
  const medians = (profile: Profile) =>
    judge(profile, 1, 10).detail.profiles.map(({ median }) => "ABCDEFGHIJ"[median!]);

  it("elects y, whom two of three grade below x (example 25)", () => {
    const profile = lettered({ x: "BCH", y: "AFG" });
    expect(medians(profile)).toEqual(["C", "F"]);
    expect(judge(profile, 1, 10).winners).toEqual(["y"]);
  });

  it("lets two who prefer y bring y about by staying home (example 27)", () => {
    const all = lettered({ x: "AAADEEF", y: "BBBCFFF" });
    expect(medians(all)).toEqual(["D", "C"]);
    expect(judge(all, 1, 10).winners).toEqual(["x"]);
    const rest = lettered({ x: "ADEEF", y: "BCFFF" });
    expect(medians(rest)).toEqual(["E", "F"]);
    expect(judge(rest, 1, 10).winners).toEqual(["y"]);
  });

  it("lets one who prefers y bring y about by leaving x out (example 28)", () => {
    const all = lettered({ x: "AAAJEDG", y: "BBBCHEH" });
    expect(medians(all)).toEqual(["D", "C"]);
    expect(judge(all, 1, 10).winners).toEqual(["x"]);
    const cut = lettered({ x: "AAAJE-G", y: "BBBCHEH" });
    expect(medians(cut)).toEqual(["A", "C"]);
    expect(judge(cut, 1, 10).winners).toEqual(["y"]);
  });
});

/** fr.wikipedia.org, Jugement majoritaire: two options with one median, odd and even in number. */
describe("majority judgment, a published removal of medians", () => {
  it.each([
    [[1, 2, 2, 3, 3], [2, 2, 3, 1, 3], [2, 2, 2, 3, 3], [2, 2, 3, 2, 3], 3],
    [[0, 2, 2, 3, 3, 4], [2, 3, 2, 3, 0, 4], [1, 2, 2, 3, 3, 3], [2, 3, 2, 3, 1, 3], 4],
  ])("%j goes %j, %j goes %j", (lower, lowerGoes, upper, upperGoes, removed) => {
    const removals = (grades: number[]) =>
      grades.map((_, at) => removedGrade(countsOf(grades), at));
    expect([removals(lower), removals(upper)]).toEqual([lowerGoes, upperGoes]);
    const report = judge(graded({ E: lower, F: upper }));
    expect(report.winners).toEqual(["F"]);
    expect(report.detail.separations[0]?.removed).toBe(removed);
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

  it("is as close by mean whoever of those who are level stands first in the list", () => {
    // B and C are level for the last seat: who is looked at must not depend on the list.
    const group = (grades: Record<string, number>, count = 3) => ({
      content: { kind: "grade" as const, grades },
      count,
    });
    const ballots = [
      group({ D: 2, E: 0 }),
      group({ B: 3, C: 3, D: 2, E: 2 }),
      group({ A: 3, D: 1, E: 3 }, 1),
      group({ A: 0, C: 3, D: 1, E: 2 }),
      group({ B: 3, E: 0 }),
      group({ A: 0 }),
    ];
    const settings = { seats: 2, grades: 5, by: "mean" as const };
    const marginIn = (options: string[]) =>
      score.tally({ options, ballots }, settings, NO_RULE).margin;
    expect(marginIn(["C", "A", "E", "B", "D"])).toEqual(marginIn(["A", "B", "C", "D", "E"]));
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
