import { describe, expect, it } from "vitest";
import { answerState } from "#domain/smartlab/answer.ts";
import { dueOf } from "#domain/smartlab/due.ts";
import { slugTyped } from "#domain/smartlab/lab.ts";

const NOW = 1_000 * 86_400_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (startsAt: number, more: object = {}) => ({
  startsAt,
  endsAt: startsAt + 2 * HOUR,
  ...more,
});

describe("what those who lead do first", () => {
  it("follows the life of the lab", () => {
    expect(dueOf("interest", [], NOW)?.what).toBe("gather");
    expect(dueOf("ready", [], NOW)?.what).toBe("support");
    expect(dueOf("registration", [], NOW)?.what).toBe("plan");
    expect(dueOf("paused", [], NOW)).toBeUndefined();
    expect(dueOf("closed", [], NOW)).toBeUndefined();
  });

  it("is to say what became of the last meeting, for two weeks, then to fix a date", () => {
    const yesterday = at(NOW - DAY);
    const long = at(NOW - 30 * DAY);
    expect(dueOf("meeting", [yesterday, long], NOW)).toEqual({
      what: "report",
      meeting: yesterday,
    });
    expect(dueOf("meeting", [at(NOW - DAY, { minutesSpent: 90 })], NOW)?.what).toBe("plan");
    expect(dueOf("meeting", [long], NOW)?.what).toBe("plan");
    expect(dueOf("meeting", [at(NOW - DAY, { cancelled: true })], NOW)?.what).toBe("plan");
    expect(dueOf("meeting", [at(NOW + DAY), long], NOW)).toBeUndefined();
    // While it is on, nothing is asked.
    expect(dueOf("meeting", [at(NOW - HOUR)], NOW)).toBeUndefined();
  });
});

describe("an answer of a hub", () => {
  const days = { today: "2026-03-10", soon: "2026-03-24" };
  it.each([
    [{ replaced: false }, "unchecked"],
    [{ replaced: false, validUntil: "2026-03-24" }, "holds"],
    [{ replaced: false, validUntil: "2026-03-23" }, "ending"],
    [{ replaced: false, validUntil: "2026-03-10" }, "ending"],
    [{ replaced: false, validUntil: "2026-03-09" }, "expired"],
    [{ replaced: true, validUntil: "2027-01-01" }, "replaced"],
  ] as const)("%j is %s", (answer, state) => {
    expect(answerState(answer, days)).toBe(state);
  });
});

it.each([
  ["bois", "bois"],
  ["/smartlab/bois", "bois"],
  ["https://palabre.example/smartlab/bois/lead?x=1#y", "bois"],
  ["  ", "  "],
  ["", ""],
  ["https://palabre.example/smartlab", ""],
])("the lab that %j names is %j", (typed, slug) => {
  expect(slugTyped(typed)).toBe(slug);
});
