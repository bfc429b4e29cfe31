import { describe, expect, it } from "vitest";
import {
  changesOf,
  type KnownEvent,
  type KnownPerson,
} from "#domain/membership/register-changes.ts";
import type { RegisterRow } from "#domain/membership/register-csv.ts";

const TODAY = "2026-11-21";

const ROW: RegisterRow = {
  registerNo: "S1",
  kind: "natural",
  givenName: "Prénom",
  familyName: "Nom",
  language: "fr",
  email: "s1@members.example",
  postal: "",
  categoryId: "A",
  shares: 10,
  admittedOn: "2022-03-01",
};
const PERSON: KnownPerson = { ...ROW, postal: "Rue inventée 1" };
const ADMITTED: KnownEvent = {
  kind: "admitted",
  categoryId: "A",
  shares: 10,
  effectiveOn: "2022-03-01",
};
const RESIGNED: KnownEvent = { kind: "resigned", shares: 0, effectiveOn: "2024-06-30" };
const LEFT = { on: "2024-06-30", as: "resigned" } as const;

function judge(row: Partial<RegisterRow>, events: KnownEvent[] | undefined) {
  const known = events && { person: PERSON, events };
  return changesOf({ ...ROW, ...row }, known, TODAY);
}

describe("what a register line changes", () => {
  it("is everything for somebody new", () => {
    expect(judge({ left: LEFT }, undefined)).toEqual({
      ok: true,
      change: {
        personChanges: true,
        events: [ADMITTED, { ...RESIGNED, categoryId: "A" }],
      },
    });
  });

  it.each<[string, Partial<RegisterRow>, KnownEvent[], KnownEvent[]]>([
    ["nothing when it says what is known", {}, [ADMITTED], []],
    ["nothing when the departure is known", { left: LEFT }, [ADMITTED, RESIGNED], []],
    [
      "a change of shares as of today",
      { shares: 25 },
      [ADMITTED],
      [{ kind: "shares_changed", categoryId: null, shares: 25, effectiveOn: TODAY }],
    ],
    [
      "nothing when the change is known",
      { shares: 25 },
      [ADMITTED, { kind: "shares_changed", shares: 25, effectiveOn: "2023-01-01" }],
      [],
    ],
    [
      "a change of category as of today",
      { categoryId: "B" },
      [ADMITTED],
      [{ kind: "category_changed", categoryId: "B", shares: null, effectiveOn: TODAY }],
    ],
    [
      "a departure that takes effect",
      { left: LEFT },
      [ADMITTED],
      [{ ...RESIGNED, categoryId: "A" }],
    ],
    [
      "a second admission after a departure",
      { admittedOn: "2025-01-01" },
      [ADMITTED, RESIGNED],
      [{ ...ADMITTED, effectiveOn: "2025-01-01" }],
    ],
    [
      "nothing because of an exclusion without effect",
      {},
      [ADMITTED, { kind: "excluded", effectiveOn: null }],
      [],
    ],
  ])("%s", (_, row, known, events) => {
    expect(judge(row, known)).toEqual({ ok: true, change: { personChanges: false, events } });
  });

  it.each<[string, Partial<RegisterRow>, KnownEvent[], string]>([
    ["another admission", { admittedOn: "2021-01-01" }, [ADMITTED], "admission-differs"],
    ["no departure where one is known", {}, [ADMITTED, RESIGNED], "departure-differs"],
    [
      "another departure",
      { left: { on: "2024-06-30", as: "deceased" } },
      [ADMITTED, RESIGNED],
      "departure-differs",
    ],
  ])("is in conflict when it tells of %s", (_, row, known, code) => {
    expect(judge(row, known)).toMatchObject({ ok: false, conflict: { code } });
  });

  it("takes an empty cell for silence", () => {
    const silent = judge({ email: undefined, postal: "" }, [ADMITTED]);
    expect(silent).toMatchObject({ change: { personChanges: false } });
    const spoken = judge({ postal: "Rue imaginée 2" }, [ADMITTED]);
    expect(spoken).toMatchObject({ change: { personChanges: true } });
  });
});
