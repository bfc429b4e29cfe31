import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoriesOn } from "#domain/membership/category.ts";
import type { MembershipEvent } from "#domain/membership/stock.ts";
import {
  DEPARTURES,
  membersAsOf,
  MEMBERSHIP_EVENT_KINDS,
  movementsBetween,
  rollForward,
  stockAsOf,
} from "#domain/membership/stock.ts";

const anna = (
  kind: MembershipEvent["kind"],
  effectiveOn: string | null,
  more: Partial<MembershipEvent> = {},
): MembershipEvent => ({ personId: "anna", kind, effectiveOn, ...more });

const ADMITTED = anna("admitted", "2020-03-01", { categoryId: "A", shares: 1 });

describe("the stock on a day", () => {
  it.each([
    ["before the admission", [ADMITTED], "2020-02-29", 0],
    ["from the day of admission", [ADMITTED], "2020-03-01", 1],
    ["resigned, not yet effective", [ADMITTED, anna("resigned", "2024-06-30")], "2024-06-18", 1],
    ["resigned", [ADMITTED, anna("resigned", "2024-06-30")], "2024-06-30", 0],
    ["excluded, recorded without effect", [ADMITTED, anna("excluded", null)], "2024-06-18", 1],
    ["excluded", [ADMITTED, anna("excluded", "2024-01-01")], "2024-06-18", 0],
    ["left by right", [ADMITTED, anna("left_by_right", "2024-01-01")], "2024-06-18", 0],
    ["deceased", [ADMITTED, anna("deceased", "2024-01-01")], "2024-06-18", 0],
    ["refused", [anna("refused", "2024-01-01")], "2024-06-18", 0],
    [
      "came back",
      [ADMITTED, anna("resigned", "2022-06-30"), anna("admitted", "2024-01-01")],
      "2024-06-18",
      1,
    ],
    [
      "shares of somebody who left",
      [ADMITTED, anna("resigned", "2022-06-30"), anna("shares_changed", "2023-01-01")],
      "2024-06-18",
      0,
    ],
    ["recorded in another order", [anna("resigned", "2022-06-30"), ADMITTED], "2024-06-18", 0],
  ] as const)("%s", (_, events, asOf, members) => {
    expect(stockAsOf(events, asOf).total).toBe(members);
  });

  it("follows category and shares, which never weigh in a vote", () => {
    const events = [
      ADMITTED,
      anna("shares_changed", "2021-01-01", { shares: 40 }),
      anna("category_changed", "2022-01-01", { categoryId: "B" }),
    ];
    expect(membersAsOf(events, "2021-06-01").get("anna")).toEqual({
      categoryId: "A",
      shares: 40,
      since: "2020-03-01",
    });
    expect(stockAsOf(events, "2022-06-01")).toEqual({
      total: 1,
      byCategory: { B: 1 },
      shares: 40,
    });
  });

  it("is what the categories add up to, whatever happened", () => {
    const event = fc.record({
      personId: fc.constantFrom("anna", "bert", "chloe"),
      kind: fc.constantFrom(...MEMBERSHIP_EVENT_KINDS),
      categoryId: fc.constantFrom("A", "B", null),
      shares: fc.option(fc.nat(9)),
      effectiveOn: fc.option(fc.constantFrom("2023-01-01", "2023-06-30", "2024-01-01")),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const { total, byCategory } = stockAsOf(events, "2024-06-18");
        expect(Object.values(byCategory).reduce((sum, n) => sum + n, 0)).toBe(total);
        expect(stockAsOf(events, "2022-12-31").total).toBe(0);
      }),
    );
  });
});

describe("V9 roll-forward", () => {
  it("37,670 + 4,207 − 175 − 6 = 41,696, declared 41,702: a difference of 6, shown", () => {
    const year = rollForward(37_670, { admitted: 4_207, resigned: 175, excluded: 6 }, 41_702);
    expect(year).toMatchObject({ expected: 41_696, declared: 41_702, unexplained: 6 });
  });

  it("counts what took effect in the period, both days included", () => {
    const events = [
      ADMITTED,
      anna("admitted", "2024-01-01"),
      anna("resigned", "2024-12-31"),
      anna("excluded", "2025-01-01"),
      anna("excluded", null),
      anna("shares_changed", "2024-05-05", { shares: 2 }),
    ];
    expect(movementsBetween(events, "2024-01-01", "2024-12-31")).toEqual({
      admitted: 1,
      resigned: 1,
      excluded: 0,
      left_by_right: 0,
      deceased: 0,
    });
  });

  it("knows four ways to leave", () => {
    const each = Object.fromEntries(DEPARTURES.map((departure) => [departure, 1]));
    expect(rollForward(10, each, 6).unexplained).toBe(0);
  });
});

describe("categories have dates", () => {
  const categories = [
    { id: "A", validFrom: "2017-01-01", validTo: null },
    { id: "D", validFrom: "2017-01-01", validTo: "2019-12-31" },
    { id: "E", validFrom: "2030-01-01" },
  ];
  it.each([
    ["2016-12-31", []],
    ["2019-12-31", ["A", "D"]],
    ["2024-06-18", ["A"]],
  ])("on %s: %j", (day, expected) => {
    expect(categoriesOn(categories, day).map(({ id }) => id)).toEqual(expected);
  });
});
