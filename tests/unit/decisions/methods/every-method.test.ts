import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupBallots } from "#domain/decisions/profile.ts";
import { countBy, METHODS } from "#domain/decisions/registry.ts";
import type { Report } from "#domain/decisions/report.ts";
import {
  count,
  LOT,
  NO_RULE,
  oneByOne,
  profiles,
  type SmallProfile,
} from "../../../support/tally-profiles.ts";

type Elects = Exclude<keyof typeof METHODS, "resolution">;
type Case = [name: Elects, settings: Record<string, unknown>];

const CASES: Case[] = [
  ["per-candidate", { seats: 2 }],
  ["per-candidate", { terms: [4, 4, 2] }],
  ["approval", { seats: 2 }],
  ["plurality-at-large", { seats: 2 }],
  ["equal-shares", { seats: 2, parts: 10 }],
  ["borda", { seats: 2 }],
  ["borda", { seats: 1, unranked: "zero" }],
  ["majority-judgment", { seats: 1 }],
  ["majority-judgment", { seats: 3, grades: 4 }],
  ["score", { seats: 2 }],
  ["score", { seats: 2, by: "mean", grades: 5 }],
];

const RUNS = { numRuns: 60 };

/** What every report holds whatever the method. */
function checkReport(report: Report, profile: SmallProfile): void {
  const { cast, blank, invalid, counted } = report.ballots;
  expect(cast).toBe(blank + invalid + counted);
  const ballots = profile.ballots.reduce((sum, group) => sum + group.count, 0);
  expect(cast).toBe(ballots + (profile.invalid ?? 0));
  expect(report.order.flat().toSorted()).toEqual(profile.options.toSorted());
  expect(report.winners.length).toBeLessThanOrEqual(report.seats!);
  expect(new Set(report.winners).size).toBe(report.winners.length);
  const tied = report.tiedForLast ?? [];
  expect(tied.filter((option) => report.winners.includes(option))).toEqual([]);
  if (tied.length > 0) {
    // With equal shares it is money that does not last for all of them, not seats.
    if (report.method !== "equal-shares") {
      expect(report.winners.length + tied.length).toBeGreaterThan(report.seats!);
    }
    expect(report.ties.some(({ fell }) => fell === "unsettled")).toBe(true);
  }
  expect(holdsWholeNumbersOnly(report)).toBe(true);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
}

function holdsWholeNumbersOnly(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value === "object" && value !== null) {
    return Object.values(value).every(holdsWholeNumbersOnly);
  }
  return typeof value === "string" || typeof value === "boolean";
}

describe.each(CASES)("%s %j", (name, settings) => {
  const arbitrary = profiles(METHODS[name].shape, { grades: 4 });

  it("reports every ballot and every option, in whole numbers", () => {
    fc.assert(
      fc.property(arbitrary, (profile) => {
        checkReport(count(name, profile, settings), profile);
        checkReport(count(name, profile, settings, NO_RULE), profile);
      }),
      RUNS,
    );
  });

  it("gives the same bytes however ballots are ordered and grouped", () => {
    const withShuffled = arbitrary.chain((profile) => {
      const single = oneByOne(profile);
      const shuffled = fc.shuffledSubarray(single, { minLength: single.length });
      return fc.tuple(fc.constant(profile), shuffled);
    });
    fc.assert(
      fc.property(withShuffled, fc.boolean(), ([profile, shuffled], drawn) => {
        const tie = drawn ? LOT : NO_RULE;
        const bytes = JSON.stringify(count(name, profile, settings, tie));
        const alone = shuffled.map((content) => ({ content, count: 1 }));
        const { options, invalid } = profile;
        expect(JSON.stringify(count(name, { ...profile, ballots: alone }, settings, tie))).toBe(
          bytes,
        );
        const grouped = groupBallots(options, shuffled, invalid);
        expect(JSON.stringify(count(name, grouped, settings, tie))).toBe(bytes);
      }),
      RUNS,
    );
  });

  it("does not look at where an option stands in the list", () => {
    const withOrder = arbitrary.chain((profile) =>
      fc.tuple(
        fc.constant(profile),
        fc.shuffledSubarray(profile.options, { minLength: profile.options.length }),
      ),
    );
    fc.assert(
      fc.property(withOrder, fc.boolean(), ([profile, options], drawn) => {
        const tie = drawn ? LOT : NO_RULE;
        const here = count(name, profile, settings, tie);
        const there = count(name, { ...profile, options }, settings, tie);
        const sorted = (some: string[] | undefined) => some?.toSorted();
        expect(sorted(there.winners)).toEqual(sorted(here.winners));
        expect(sorted(there.tiedForLast)).toEqual(sorted(here.tiedForLast));
        expect(there.margin).toEqual(here.margin);
      }),
      RUNS,
    );
  });

  it("elects nobody without ballots, nor draws a lot", () => {
    for (const blank of [0, 7]) {
      const report = count(
        name,
        {
          options: ["A", "B", "C", "D"],
          ballots: [{ content: { kind: "blank" }, count: blank }],
          invalid: 2,
        },
        settings,
      );
      expect(report.winners).toEqual([]);
      expect(report.tiedForLast).toBeUndefined();
      expect(report.ties).toEqual([]);
      expect(report.ballots).toEqual({ cast: blank + 2, blank, invalid: 2, counted: 0 });
    }
  });

  it("counts one ballot, one option, and no option at all", () => {
    const one = fc.sample(profiles(METHODS[name].shape, { most: 1, ballots: 1 }), 50);
    for (const profile of one) checkReport(count(name, profile, settings), profile);
    const none = { options: [], ballots: [], invalid: 0 };
    checkReport(count(name, none, settings), none);
  });

  it("refuses ballots that it cannot count rather than count them wrongly", () => {
    const content = { kind: "blank" } as const;
    for (const profile of [
      { options: ["A", "A"], ballots: [] },
      { options: ["A"], ballots: [{ content, count: -1 }] },
      { options: ["A"], ballots: [{ content, count: 0.5 }] },
      { options: ["A"], ballots: [{ content, count: 2 ** 53 }] },
      {
        options: ["A"],
        ballots: Array.from({ length: 2 }, () => ({ content, count: 2 ** 53 - 1 })),
      },
      {
        options: ["A"],
        ballots: [{ content: { kind: "choice" as const, option: "A" }, count: 1 }],
      },
    ]) {
      expect(() => count(name, profile, settings)).toThrow(RangeError);
      expect(countBy(name, profile, settings, LOT).ok).toBe(false);
    }
  });
});

describe("settings", () => {
  it.each([
    ["approval", { seats: 0 }, "bad-setting"],
    ["approval", { seats: 1.5 }, "bad-setting"],
    ["approval", { seat: 1 }, "unknown-setting"],
    ["borda", { unranked: "last" }, "bad-setting"],
    ["per-candidate", { terms: [4, 0] }, "bad-setting"],
    ["score", { grades: "6" }, "bad-setting"],
  ] as const)("%s refuses %j: %s", (name, input, code) => {
    const result = countBy(name, { options: [], ballots: [] }, input, LOT);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  it("names the setting, and takes what is left out as usual", () => {
    expect(METHODS.score.settings.parse({ seats: 2 })).toEqual({
      ok: true,
      value: { seats: 2, grades: 6, by: "sum" },
    });
    const refused = METHODS.score.settings.parse({ by: 3 });
    expect(refused).toMatchObject({ refusal: { details: { setting: "by" } } });
  });
});
