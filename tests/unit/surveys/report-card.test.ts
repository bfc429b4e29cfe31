import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  contactRate,
  decimalsOf,
  marginOfError,
  responseRate,
  speaksOf,
  worstCase,
} from "#domain/surveys/report-card.ts";
import { effectiveSize, rake } from "#domain/surveys/weighting.ts";

const points = (share: number) => Math.round(share * 10_000) / 100;
const percents = (shares: readonly number[]) =>
  shares.map((share) => Math.round(share * 1_000) / 10);

describe("the response rate", () => {
  it("is of everybody who was asked and could answer (rules 6.2)", () => {
    const asked = { size: 41_702, ineligible: 0, complete: 2_200 };
    const rate = responseRate(asked)!;
    expect(percents([rate.part / rate.of])).toEqual([5.3]);
    const holders = responseRate({ ...asked, size: 21_585 })!;
    expect(percents([holders.part / holders.of])).toEqual([10.2]);
  });

  it("leaves out who could not answer, and keeps messages that came back in the base", () => {
    const field = { size: 1_000, of: 1_000, ineligible: 40, asked: 900, bounced: 60 };
    const whole = { ...field, complete: 96, partial: 4 };
    expect(responseRate(whole)).toEqual({ part: 96, of: 960 });
    expect(contactRate(whole)).toEqual({ part: 840, of: 960 });
  });

  it("cannot be calculated where nobody knows how many were asked", () => {
    expect(responseRate({ size: 0, ineligible: 0, complete: 228 })).toBeUndefined();
  });
});

describe("what results may speak of", () => {
  it.each([
    ["all-invited", { part: 2_200, of: 41_702 }, "respondents"],
    ["all-invited", { part: 79, of: 100 }, "respondents"],
    ["all-invited", { part: 80, of: 100 }, "population"],
    ["all-invited", undefined, "respondents"],
    ["sample", { part: 30, of: 100 }, "population"],
  ] as const)("%s with %o is of %s", (mode, rate, expected) => {
    expect(speaksOf(mode, rate)).toBe(expected);
  });

  it("is between bounds that suppose nothing of the absent (rules 6.3)", () => {
    const said = { part: 74, of: 100 };
    expect(percents(worstCase(said, { part: 2_200, of: 41_702 }))).toEqual([3.9, 98.6]);
  });

  it("holds the truth, whatever the absent think", () => {
    const survey = fc
      .record({ yes: fc.nat(500), no: fc.nat(500), absentYes: fc.nat(500), absentNo: fc.nat(500) })
      .filter(({ yes, no }) => yes + no > 0);
    fc.assert(
      fc.property(survey, ({ yes, no, absentYes, absentNo }) => {
        const size = yes + no + absentYes + absentNo;
        const [low, high] = worstCase({ part: yes, of: yes + no }, { part: yes + no, of: size });
        const truth = (yes + absentYes) / size;
        expect(truth).toBeGreaterThanOrEqual(low - 1e-9);
        expect(truth).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});

describe("a margin of error", () => {
  it.each([
    [0.5, 2_200, 41_702, 2.03],
    [0.74, 2_200, 41_702, 1.78],
    [0.4, 2_200, 41_702, 1.99],
    [0.5, 2_200, 21_585, 1.98],
    [0.5, 228, 37_670, 6.47],
  ])("of %d among %d of %d is %d points (rules 6.3)", (share, n, size, expected) => {
    expect(points(marginOfError(share, n, size))).toBeCloseTo(expected, 1);
  });

  it("is nothing where everybody answered, and grows with what weights cost", () => {
    expect(marginOfError(0.5, 100, 100)).toBe(0);
    expect(marginOfError(0.5, 100, 10_000, 1.5)).toBeGreaterThan(marginOfError(0.5, 100, 10_000));
  });
});

describe("precision", () => {
  it("says counts alone below thirty, and a decimal from a thousand on (rules 5.3)", () => {
    expect([29, 30, 999, 1_000].map(decimalsOf)).toEqual([undefined, 0, 0, 1]);
  });
});

describe("weights", () => {
  it("cost answers: a hundred of 1 and fifty of 3 are worth 113.6 (V7)", () => {
    const weights = [...Array<number>(100).fill(1), ...Array<number>(50).fill(3)];
    const { effective, deff } = effectiveSize(weights);
    expect(effective.toFixed(1)).toBe("113.6");
    expect(deff.toFixed(2)).toBe("1.32");
  });

  const answersOf = (groups: Record<string, number>) =>
    Object.entries(groups).flatMap(([office, count]) =>
      Array<{ office: string }>(count).fill({ office }),
    );

  it("make who answered up as everybody is", () => {
    const answers = answersOf({ liege: 60, gent: 40 });
    const known = [{ margin: "office", groups: { liege: 500, gent: 500 } }];
    const raked = rake(answers, known);
    if ("refused" in raked) throw new Error(raked.refused);
    const sumOf = (office: string) =>
      raked.weights.reduce(
        (sum, weight, at) => sum + (answers[at]!.office === office ? weight : 0),
        0,
      );
    expect(sumOf("liege")).toBeCloseTo(50);
    expect(sumOf("gent")).toBeCloseTo(50);
  });

  it("are refused where a group is small, where they wipe out half, where nothing is known", () => {
    const known = (liege: number, gent: number) => [{ margin: "office", groups: { liege, gent } }];
    expect(rake(answersOf({ liege: 100, gent: 19 }), known(1, 1))).toEqual({
      refused: "small-group",
    });
    expect(rake(answersOf({ liege: 200, gent: 20 }), known(1, 50))).toEqual({
      refused: "too-uneven",
    });
    expect(rake(answersOf({ liege: 100 }), [])).toEqual({ refused: "no-margin" });
  });

  it("stay between 0.3 and 3, whatever is known", () => {
    const sizes = fc.integer({ min: 20, max: 120 });
    fc.assert(
      fc.property(sizes, sizes, fc.nat(1_000), fc.nat(1_000), (liege, gent, a, b) => {
        const raked = rake(answersOf({ liege, gent }), [
          { margin: "office", groups: { liege: a + 1, gent: b + 1 } },
        ]);
        if ("refused" in raked) return;
        expect(Math.min(...raked.weights)).toBeGreaterThanOrEqual(0.3);
        expect(Math.max(...raked.weights)).toBeLessThanOrEqual(3);
        expect(raked.effective).toBeLessThanOrEqual(liege + gent + 1e-9);
      }),
    );
  });
});
