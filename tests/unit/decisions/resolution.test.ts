import { describe, expect, it } from "vitest";
import { hundredthsOfPercent } from "#domain/kernel/fraction.ts";
import type { ResolutionInput, ResolutionRule } from "#domain/decisions/resolution.ts";
import { tallyResolution } from "#domain/decisions/resolution.ts";

const SIMPLE: ResolutionRule = { majority: "simple", secondMeeting: false, abstainInBase: false };
const THREE_QUARTERS: ResolutionRule = { ...SIMPLE, majority: "three_quarters" };
const FOUR_FIFTHS: ResolutionRule = { ...SIMPLE, majority: "four_fifths" };
const RULES = { simple: SIMPLE, "3/4": THREE_QUARTERS, "4/5": FOUR_FIFTHS };

function tally(
  [forVotes, against, abstain]: readonly [number, number, number],
  rule: ResolutionRule = SIMPLE,
  more: Partial<ResolutionInput> = {},
) {
  return tallyResolution({
    rule,
    counts: { for: forVotes, against, abstain },
    electorate: { persons: 41_702, shares: 60_000 },
    present: { persons: 1_200, shares: 1_900 },
    holders: [],
    ...more,
  });
}

describe("V1 majorities", () => {
  it.each([
    [[68, 6, 26], "simple", "adopted"],
    [[500, 500, 46], "simple", "rejected"],
    [[750, 250, 100], "3/4", "adopted"],
    [[749, 251, 0], "3/4", "rejected"],
    [[800, 200, 5], "4/5", "adopted"],
    [[3, 1, 900], "3/4", "adopted"],
    [[0, 0, 10], "simple", "rejected"],
    [[0, 0, 10], "3/4", "rejected"],
    [[0, 0, 10], "4/5", "rejected"],
  ] as const)("%j under %s: %s", (counts, rule, outcome) => {
    expect(tally(counts, RULES[rule]).outcome).toBe(outcome);
  });

  it("gives both percentages: 91.9 % of votes cast, 68 % of voters", () => {
    const report = tally([68, 6, 26]);
    expect(report.ofExpressed?.for).toEqual({ num: 68, den: 74 });
    expect(report.ofVoters?.for).toEqual({ num: 68, den: 100 });
    expect(hundredthsOfPercent({ num: 68, den: 74 })).toBe(9_189);
  });

  it("warns that few spoke where more abstained than voted", () => {
    expect(tally([3, 1, 900], THREE_QUARTERS).warnings).toEqual(["low-expression"]);
    expect(tally([68, 6, 26]).warnings).toEqual([]);
  });
});

describe("a count is exact", () => {
  const most = Number.MAX_SAFE_INTEGER;
  it.each([
    [[(most - 1) / 2 + 1, (most - 1) / 2, 0], "simple", "adopted"],
    [[3_000_000_000_000_000, 1_000_000_000_000_000, 0], "3/4", "adopted"],
    [[2_999_999_999_999_999, 1_000_000_000_000_000, 0], "3/4", "rejected"],
    [[2_999_999_999_999_999, 1_000_000_000_000_001, 0], "3/4", "rejected"],
  ] as const)("%j under %s: %s", (counts, rule, outcome) => {
    expect(tally(counts, RULES[rule]).outcome).toBe(outcome);
  });

  it.each([[[-1, 0, 0]], [[0.5, 0, 0]], [[Number.NaN, 0, 0]]] as const)(
    "throws on %j, which nobody can have voted",
    (counts) => {
      expect(() => tally(counts)).toThrow(RangeError);
    },
  );

  it("gives the same report for the same ballots, all of it JSON", () => {
    const report = tally([750, 250, 100], THREE_QUARTERS);
    expect(tally([750, 250, 100], THREE_QUARTERS)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe("quorum (rules §1.5)", () => {
  const halfOfShares = { unit: "shares", num: 1, den: 2 } as const;
  const rule: ResolutionRule = { ...THREE_QUARTERS, quorum: halfOfShares };
  const electorate = { persons: 5, shares: 101 };

  it.each([
    ["one share short", 50, false, "not-quorate"],
    ["just enough", 51, false, "adopted"],
    ["second meeting, whatever is present", 1, true, "adopted"],
  ] as const)("%s", (_, shares, secondMeeting, outcome) => {
    const present = { persons: 5, shares };
    const report = tally([5, 0, 0], { ...rule, secondMeeting }, { electorate, present });
    expect(report.outcome).toBe(outcome);
  });

  it("says how many were there and how many were needed", () => {
    const present = { persons: 841, shares: 841 };
    const roll = { persons: 41_702, shares: 41_702 };
    const report = tally([800, 10, 31], rule, { electorate: roll, present });
    expect(report.quorum).toEqual({
      unit: "shares",
      present: 841,
      needed: 20_851,
      total: 41_702,
      reached: false,
    });
    expect(report.explanation.map(({ code }) => code)).toEqual(["quorum-missed"]);
    expect(report.margin).toEqual({});
  });

  it("counts persons where the statutes say persons", () => {
    const inPersons = { ...SIMPLE, quorum: { unit: "persons", num: 1, den: 3 } as const };
    const present = { persons: 2, shares: 0 };
    expect(tally([2, 0, 0], inPersons, { electorate, present }).outcome).toBe("adopted");
  });
});

describe("a tie of a simple majority", () => {
  const casting: ResolutionRule = { ...SIMPLE, castingVote: true };
  it.each([
    [SIMPLE, "for", "rejected", "tie-not-adopted"],
    [casting, undefined, "rejected", "tie-not-adopted"],
    [casting, "abstain", "rejected", "tie-not-adopted"],
    [casting, "against", "rejected", "tie-casting-vote"],
    [casting, "for", "adopted", "tie-casting-vote"],
  ] as const)("%j, the chair %s: %s", (rule, chairVote, outcome, code) => {
    const report = tally([10, 10, 3], rule, { chairVote });
    expect(report.outcome).toBe(outcome);
    expect(report.explanation.at(-1)?.code).toBe(code);
  });

  it("gives the chair nothing to break in a qualified majority", () => {
    const rule: ResolutionRule = { ...THREE_QUARTERS, castingVote: true };
    expect(tally([10, 10, 0], rule, { chairVote: "for" }).outcome).toBe("rejected");
  });
});

describe("the rule as applied", () => {
  it.each([
    [[68, 6, 26], SIMPLE, ["no-quorum-asked", "abstentions-out", "majority-reached"]],
    [[749, 251, 0], THREE_QUARTERS, ["no-quorum-asked", "majority-missed"]],
    [[0, 0, 10], SIMPLE, ["no-quorum-asked", "abstentions-out", "nothing-expressed"]],
    [[0, 0, 0], SIMPLE, ["no-quorum-asked", "nothing-expressed"]],
  ] as const)("%j", (counts, rule, codes) => {
    expect(tally(counts, rule).explanation.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ["simple", 74, 38],
    ["simple", 73, 37],
    ["3/4", 1_000, 750],
    ["3/4", 1_001, 751],
    ["4/5", 1_001, 801],
  ] as const)("%s of %i expressed needs %i", (rule, expressed, needed) => {
    const step = tally([expressed, 0, 0], RULES[rule]).explanation.at(-1);
    expect(step).toMatchObject({ code: "majority-reached", expressed, needed });
  });
});

describe("V11 one-tenth", () => {
  const withProxies = { own: 1, mandates: 24 } as const;

  it("200 votes: own and 24 proxies are 5 too many", () => {
    const report = tally([150, 50, 0], SIMPLE, {
      holders: [withProxies, { own: 1, mandates: 19 }],
    });
    expect(report.oneTenth).toEqual({ limit: 20, applies: true, holdersOver: 1, excess: 5 });
    expect(report.warnings).toEqual(["cap-exceeded"]);
  });

  it("says when the excess could have decided", () => {
    const report = tally([102, 98, 0], SIMPLE, { holders: [withProxies] });
    expect(report.warnings).toEqual(["cap-exceeded", "cap-decisive"]);
  });

  it("is not applied to fewer than ten votes: it would silence everybody", () => {
    const report = tally([6, 3, 0], SIMPLE, { holders: [{ own: 1, mandates: 2 }] });
    expect(report.oneTenth).toEqual({ limit: 0, applies: false, holdersOver: 0, excess: 0 });
    expect(report.warnings).toEqual(["cap-not-applied"]);
    expect(tally([6, 3, 0]).warnings).toEqual([]);
  });
});
