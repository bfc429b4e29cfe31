import { describe, expect, it } from "vitest";
import { addDays, brusselsInstant, daysBetween } from "../../../prisma/seed/days.ts";
import { dayInBrussels } from "../../../app/domain/kernel/day.ts";
import { seededRandom } from "../../../prisma/seed/random.ts";

describe("days of the demo", () => {
  it("takes the day it is in Brussels, not in Greenwich", () => {
    expect(dayInBrussels(new Date("2026-06-15T22:30:00Z"))).toBe("2026-06-16");
    expect(dayInBrussels(new Date("2026-01-15T22:30:00Z"))).toBe("2026-01-15");
  });

  it("reads a clock of Brussels in summer and in winter", () => {
    expect(brusselsInstant("2024-06-18", "17:20").toISOString()).toBe("2024-06-18T15:20:00.000Z");
    expect(brusselsInstant("2026-11-21", "17:20").toISOString()).toBe("2026-11-21T16:20:00.000Z");
    expect(brusselsInstant("2026-11-21", "00:10").toISOString()).toBe("2026-11-20T23:10:00.000Z");
  });

  it("counts days across the change of clocks", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2024-01-01", "2024-12-31")).toBe(365);
  });
});

describe("chance of the demo", () => {
  it("repeats with the seed, and stays below its limit", () => {
    const draw = () => {
      const random = seededRandom(7);
      return Array.from({ length: 1_000 }, () => random.below(10));
    };
    expect(draw()).toEqual(draw());
    expect(new Set(draw())).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it("shuffles without losing anybody", () => {
    const list = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = seededRandom(7).shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((one, other) => one - other)).toEqual(list);
  });
});
