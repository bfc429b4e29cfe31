import { describe, expect, it } from "vitest";
import { minuteOf, presenceSteps } from "#domain/check-in/presence-steps.ts";

const MINUTE = 60_000;
const at = (clock: string) => Date.parse(`2026-06-20T${clock}:00Z`);

describe("the instants at which presence is told", () => {
  it("are round times of the clock, few enough to be read, and the last instant", () => {
    const steps = presenceSteps({ from: at("17:03"), to: at("17:31") });
    expect(steps.map((step) => new Date(step).toISOString().slice(11, 16))).toEqual([
      "17:05",
      "17:10",
      "17:15",
      "17:20",
      "17:25",
      "17:31",
    ]);
    expect(presenceSteps({ from: at("08:00"), to: at("23:00") }).length).toBeLessThanOrEqual(38);
    expect(presenceSteps({ from: at("08:00"), to: at("08:00") })).toEqual([at("08:00")]);
    expect(presenceSteps(undefined)).toEqual([]);
  });

  it("do not say the same twice at the end", () => {
    const steps = presenceSteps({ from: at("17:00"), to: at("17:30") + MINUTE / 2 });
    expect(steps.at(-2)).toBe(at("17:25"));
  });
});

describe("a minute as people type it", () => {
  it.each([
    ["18:05", "18:05"],
    ["9h05", "09:05"],
    [" 7.30 ", "07:30"],
    ["24:00", undefined],
    ["18:60", undefined],
    ["soon", undefined],
  ])("%s", (typed, read) => {
    expect(minuteOf(typed)).toBe(read);
  });
});
