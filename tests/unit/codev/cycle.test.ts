import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayReadText, type Part } from "#domain/codev/confidential.ts";
import { planDays } from "#domain/codev/dates.ts";
import { mayShow, nextRelease } from "#domain/codev/evaluation.ts";
import { followUpDayOf, purgeDayOf } from "#domain/codev/keeping.ts";
import { TEXT_KINDS } from "#domain/codev/words.ts";

describe("the dates of a cycle", () => {
  it("are as many as members and two spare ones, and step over holidays", () => {
    const days = planDays({
      day: "2026-12-04",
      intervalDays: 21,
      members: 2,
      holidays: ["2026-12-25"],
    });
    expect(days).toEqual([
      { position: 1, day: "2026-12-04", spare: false },
      { position: 2, day: "2027-01-01", spare: false },
      { position: 3, day: "2027-01-22", spare: true },
      { position: 4, day: "2027-02-12", spare: true },
    ]);
  });
});

describe("what is shown of evaluations", () => {
  it("are sums over two groups and ten answers, never fewer", () => {
    expect(nextRelease([{ cycleId: "a", answers: 30 }])).toEqual([]);
    expect(
      nextRelease([
        { cycleId: "a", answers: 30 },
        { cycleId: "b", answers: 0 },
      ]),
    ).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (answers) => {
        const pending = answers.map((count, at) => ({ cycleId: String(at), answers: count }));
        const shown = nextRelease(pending);
        const groups = shown.filter((cycle) => cycle.answers > 0).length;
        const sum = shown.reduce((total, cycle) => total + cycle.answers, 0);
        expect(shown.length === 0 || mayShow({ groups, answers: sum })).toBe(true);
      }),
    );
  });
});

describe("what is kept", () => {
  it("goes thirty days after the end; one is asked three months later", () => {
    expect(purgeDayOf("2026-12-15")).toBe("2027-01-14");
    expect(followUpDayOf("2026-11-21")).toBe("2027-02-21");
    expect(followUpDayOf("2026-11-30")).toBe("2027-02-28");
  });
});

describe("who reads what", () => {
  it("shows nothing to who has no part in the group", () => {
    for (const kind of TEXT_KINDS) expect(mayReadText(kind, undefined, true)).toBe(false);
  });

  it("leaves a plan and a notepad to their author, the facilitators included", () => {
    const parts: Part[] = ["client", "consultant", "facilitator"];
    for (const part of parts) {
      for (const kind of ["plan", "notepad"] as const) {
        expect(mayReadText(kind, part, false)).toBe(false);
        expect(mayReadText(kind, part, true)).toBe(true);
      }
      expect(mayReadText("contract", part, false)).toBe(true);
      expect(mayReadText("debrief", part, false)).toBe(part === "facilitator");
      expect(mayReadText("comment", part, false)).toBe(part === "facilitator");
    }
  });
});
