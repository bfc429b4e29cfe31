import { describe, expect, it } from "vitest";
import { describeElectorate, matches } from "#domain/decisions/electorate.ts";
import { RESOLUTION_OPTIONS } from "#domain/decisions/options.ts";
import { DECISION_PHASES, nextPhase } from "#domain/decisions/phase.ts";
import { isMethodName, METHODS } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { turnout } from "#domain/decisions/turnout.ts";
import { ceilingOf, hundredthsOfPercent } from "#domain/kernel/fraction.ts";

describe("the life of a decision", () => {
  const leads = { draft: "open", open: "close", closed: "count", counted: "publish" } as const;
  const cases = DECISION_PHASES.flatMap((phase, at) =>
    (["open", "close", "count", "publish"] as const).map((act) => ({
      phase,
      act,
      to: phase !== "published" && leads[phase] === act ? DECISION_PHASES[at + 1] : undefined,
    })),
  );
  it.each(cases)("$act a $phase decision: $to", ({ phase, act, to }) => {
    expect(nextPhase(phase, act)).toBe(to);
  });
});

describe("an electorate", () => {
  const liege = { categoryId: "A", officeId: "liege" };
  it.each([
    [liege, {}, true],
    [liege, { categories: ["A", "B"] }, true],
    [liege, { categories: ["B"] }, false],
    [liege, { offices: ["liege"] }, true],
    [liege, { offices: ["gent"] }, false],
    [liege, { categories: ["A"], offices: ["gent"] }, false],
    [liege, { categories: [] }, false],
    [{ categoryId: "A" }, { offices: ["liege"] }, false],
    [{ categoryId: "A", officeId: null }, { categories: ["A"] }, true],
  ])("%j in %j: %s", (entry, electorate, expected) => {
    expect(matches(entry, electorate)).toBe(expected);
  });

  it.each([
    [{}, [{ code: "all" }]],
    [{ categories: ["A"] }, [{ code: "categories", ids: ["A"] }]],
    [
      { categories: ["A"], offices: ["gent"] },
      [
        { code: "categories", ids: ["A"] },
        { code: "offices", ids: ["gent"] },
      ],
    ],
  ])("%j is told as %j", (electorate, terms) => {
    expect(describeElectorate(electorate)).toEqual(terms);
  });
});

describe("V12 turnout", () => {
  it.each([
    [41_702, "2024-12-31", 202],
    [37_670, "2023-12-31", 223],
  ])("841 voters of %i on %s", (persons, asOf, hundredths) => {
    const base = { kind: "stock", asOf, persons } as const;
    expect(turnout(841, base)).toEqual({
      voters: 841,
      base,
      share: { num: 841, den: persons },
      hundredthsOfPercent: hundredths,
    });
  });

  it("has no rate without a base", () => {
    const base = { kind: "roll", asOf: "2026-06-20", persons: 0 } as const;
    expect(turnout(0, base)).toEqual({ voters: 0, base });
  });
});

describe("fractions", () => {
  it.each([
    [{ num: 1, den: 2 }, 41_702, 20_851],
    [{ num: 1, den: 2 }, 101, 51],
    [{ num: 1, den: 3 }, 5, 2],
    [{ num: 1, den: 2 }, 0, 0],
  ])("%j of %i is at least %i", (fraction, total, expected) => {
    expect(ceilingOf(fraction, total)).toBe(expected);
  });

  it.each([
    [1, 2, 5_000],
    [1, 3, 3_333],
    [2, 3, 6_667],
    [1, 20_000, 1],
    [1, 20_001, 0],
  ])("%i/%i is %i hundredths of a percent, half up", (num, den, expected) => {
    expect(hundredthsOfPercent({ num, den })).toBe(expected);
  });
});

describe("the registry of methods", () => {
  const NO_TIES = tieBreaker({ kind: "none" });

  it("counts resolutions for, against, abstain", () => {
    const ballots = RESOLUTION_OPTIONS.map((option, at) => ({
      content: { kind: "choice" as const, option },
      count: 3 - at,
    }));
    const profile = { options: RESOLUTION_OPTIONS, ballots };
    const report = METHODS.resolution.tally(profile, { majority: "simple" }, NO_TIES);
    expect(report.counts).toEqual({ for: 3, against: 2, abstain: 1 });
    expect(report.outcome).toBe("adopted");
  });

  it.each(["dice", "toString", ""])("knows no method %j", (name) => {
    expect(isMethodName(name)).toBe(false);
  });
});
