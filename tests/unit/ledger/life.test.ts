import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  addMonths,
  ADDRESSEES,
  answered,
  contested,
  dueReminder,
  ended,
  entered,
  OUTCOMES,
  overdue,
  progressed,
  PROGRESSES,
  type Standing,
} from "#domain/ledger/life.ts";

const DAY = "2026-01-31";
const waiting = entered("board", DAY);

function valueOf(result: ReturnType<typeof answered>): Standing {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe("the life of an item", () => {
  it("owes an answer six months after it was entered", () => {
    expect(waiting).toMatchObject({ state: "waiting", dueOn: "2026-07-31", outcome: "" });
    expect(entered("board", "2026-08-31").dueOn).toBe("2027-02-28");
  });

  it("is answered once; a second answer is owed after a contest alone, and that comes once", () => {
    const first = valueOf(answered(waiting, { outcome: "refused" }, DAY));
    expect(first).toMatchObject({ state: "answered", progress: "set-aside" });
    expect(answered(first, { outcome: "accepted" }, DAY)).toMatchObject({
      refusal: { code: "ledger-not-waiting" },
    });
    const again = valueOf(contested(first, false, "2026-03-01"));
    expect(again).toMatchObject({ state: "waiting", dueOn: "2026-09-01", outcome: "refused" });
    const second = valueOf(answered(again, { outcome: "accepted" }, "2026-04-01"));
    expect(contested(second, true, "2026-04-02")).toMatchObject({
      refusal: { code: "ledger-contested-once" },
    });
  });

  it("begins its waiting anew for whom it is referred to, and never for the same", () => {
    const referred = answered(waiting, { outcome: "referred", referTo: "advocacy" }, "2026-05-05");
    expect(valueOf(referred)).toMatchObject({
      state: "waiting",
      addressee: "advocacy",
      dueOn: "2026-11-05",
      outcome: "referred",
    });
    expect(answered(waiting, { outcome: "referred", referTo: "board" }, DAY).ok).toBe(false);
    expect(valueOf(answered(waiting, { outcome: "referred" }, DAY)).state).toBe("answered");
  });

  it("promises nothing for a day that has passed", () => {
    const promise = { outcome: "accepted", promisedOn: "2026-01-30" } as const;
    expect(answered(waiting, promise, DAY)).toMatchObject({ refusal: { code: "bad-input" } });
  });

  it("is overdue by its answer, then by its promise, until that is done or set aside", () => {
    expect(overdue(waiting, "2026-07-31")).toBeUndefined();
    expect(overdue(waiting, "2026-08-01")).toBe("answer");
    const promised = valueOf(
      answered(waiting, { outcome: "accepted", promisedOn: "2026-06-30" }, DAY),
    );
    expect(overdue(promised, "2026-06-30")).toBeUndefined();
    expect(overdue(promised, "2026-07-01")).toBe("promise");
    expect(overdue(valueOf(progressed(promised, "done")), "2026-07-01")).toBeUndefined();
  });

  it("ends for good", () => {
    const gone = valueOf(ended(waiting, "withdrawn"));
    expect(gone.dueOn).toBeUndefined();
    expect(overdue(gone, "2030-01-01")).toBeUndefined();
    for (const result of [
      ended(gone, "merged"),
      progressed(gone, "done"),
      contested(gone, false, DAY),
    ]) {
      expect(result.ok).toBe(false);
    }
  });

  it("owes an answer exactly while it waits, whatever happens to it", () => {
    const act = fc.oneof(
      fc.record({
        act: fc.constant("answer" as const),
        outcome: fc.constantFrom(...OUTCOMES),
        referTo: fc.option(fc.constantFrom(...ADDRESSEES), { nil: undefined }),
      }),
      fc.record({ act: fc.constant("contest" as const) }),
      fc.record({
        act: fc.constant("progress" as const),
        progress: fc.constantFrom(...PROGRESSES),
      }),
      fc.record({ act: fc.constant("end" as const) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let standing = waiting;
        let was = false;
        for (const one of acts) {
          const next =
            one.act === "answer"
              ? answered(standing, one, DAY)
              : one.act === "contest"
                ? contested(standing, was, DAY)
                : one.act === "progress"
                  ? progressed(standing, one.progress)
                  : ended(standing, "withdrawn");
          if (!next.ok) continue;
          if (one.act === "contest") {
            expect(was).toBe(false);
            was = true;
          }
          standing = next.value;
          expect(standing.state === "waiting").toBe(
            standing.dueOn !== undefined && standing.state !== "answered",
          );
          if (standing.state === "answered") expect(standing.outcome).not.toBe("");
        }
      }),
    );
  });
});

it("reminds at one, three and six months, each once, and never of several at once", () => {
  const since = "2026-01-15";
  const due = (reminded: number, today: string) => dueReminder({ since, reminded }, today);
  expect(due(0, "2026-02-14")).toBeUndefined();
  expect(due(0, "2026-02-15")).toBe(1);
  expect(due(1, "2026-02-16")).toBeUndefined();
  expect(due(1, "2026-04-15")).toBe(3);
  expect(due(0, "2026-12-31")).toBe(6);
  expect(due(6, "2027-12-31")).toBeUndefined();
});

it("adds months as a calendar does", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
  expect(addMonths("2026-12-01", 1)).toBe("2027-01-01");
});
