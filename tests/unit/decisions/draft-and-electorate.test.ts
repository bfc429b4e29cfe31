import { describe, expect, it } from "vitest";
import { ballotOf } from "#domain/decisions/ballot-of.ts";
import { decodeBallot, encodeBallot } from "#domain/decisions/ballot.ts";
import { type Draft, draftProblems } from "#domain/decisions/draft.ts";
import { describeElectorate, isDrawnUp, matches } from "#domain/decisions/electorate.ts";
import { optionOrder } from "#domain/decisions/option-order.ts";
import type { TieMet } from "#domain/decisions/tie.ts";
import { type CountedTies, tieRuleOf, unsettledTie } from "#domain/decisions/tie-declared.ts";

const OPTIONS = ["a", "b", "c"];

describe("an electorate", () => {
  const entry = { categoryId: "A", officeId: "liege", personId: "p" };

  it("is everybody who is in every list that is given", () => {
    expect(matches(entry, {})).toBe(true);
    expect(matches(entry, { categories: ["A"], offices: ["liege"], list: ["p"] })).toBe(true);
    expect(matches(entry, { categories: ["B"] })).toBe(false);
    expect(matches({ categoryId: "A" }, { offices: ["liege"] })).toBe(false);
    expect(matches({ categoryId: "A" }, { list: ["p"] })).toBe(false);
    expect(matches(entry, { attendance: true })).toBe(false);
    expect(matches({ ...entry, present: true }, { attendance: true })).toBe(true);
    const grants = [{ role: "director", body: "board" }] as const;
    expect(matches({ ...entry, grants }, { roles: ["director"], bodies: ["board"] })).toBe(true);
    expect(matches({ ...entry, grants }, { roles: ["chair"] })).toBe(false);
  });

  it("is drawn up where it hangs on more than the roll, and told in terms", () => {
    expect(isDrawnUp({ categories: ["A"], offices: ["x"] })).toBe(false);
    expect(isDrawnUp({ attendance: true })).toBe(true);
    expect(describeElectorate({})).toEqual([{ code: "all" }]);
    expect(describeElectorate({ list: ["p", "q"], attendance: true })).toEqual([
      { code: "attendance" },
      { code: "list", persons: 2 },
    ]);
  });
});

describe("what a ballot may say", () => {
  it.each([
    ["approval", {}, { shape: "approve" }],
    ["plurality-at-large", { seats: 2 }, { shape: "approve", maxChoices: 2 }],
    ["stv", { seats: 2 }, { shape: "rank", strict: true }],
    ["schulze", {}, { shape: "rank" }],
    ["majority-judgment", {}, { shape: "grade", grades: 6 }],
    ["score", { grades: 11 }, { shape: "grade", grades: 11 }],
    ["per-candidate", { seats: 2 }, { shape: "per-option" }],
  ] as const)("follows from %s and its settings", (method, rule, expected) => {
    expect(ballotOf({ method, rule, options: OPTIONS })).toEqual({ ...expected, options: OPTIONS });
  });

  it("asks for as many approvals as declared, and never for more than it takes", () => {
    const of = (minChoices: number, maxChoices?: number) =>
      ballotOf({ method: "equal-shares", rule: {}, options: OPTIONS, minChoices, maxChoices });
    expect(of(1)).toEqual({ shape: "approve", options: OPTIONS });
    expect(of(2)).toMatchObject({ minChoices: 2 });
    expect(of(9, 2)).toMatchObject({ minChoices: 2, maxChoices: 2 });
    const texts = [{ kind: "approve", options: ["a"] } as const, { kind: "blank" } as const];
    const read = texts.map((content) => decodeBallot(encodeBallot(content as never), of(2)));
    expect(read).toEqual([undefined, { kind: "blank" }]);
  });

  it("takes no equal ranks where they would be worth nothing", () => {
    const equal = encodeBallot({ kind: "rank", ranks: [["a", "b"]] });
    const of = (method: "stv" | "borda") => ballotOf({ method, rule: {}, options: OPTIONS });
    expect(decodeBallot(equal, of("stv"))).toBeUndefined();
    expect(decodeBallot(equal, of("borda"))).toBeDefined();
  });
});

describe("the order of options on a ballot", () => {
  it("is each person's own, and the declared one for a resolution or for nobody", () => {
    const of = (person: string | undefined, method: "stv" | "resolution" = "stv") =>
      optionOrder({ id: "d", method }, person, OPTIONS);
    expect(of("p").toSorted()).toEqual(OPTIONS);
    expect(of("p")).toEqual(of("p"));
    const orders = new Set(Array.from({ length: 60 }, (_, at) => of(`p${at}`).join()));
    expect(orders.size).toBe(6);
    expect(of("p", "resolution")).toEqual(OPTIONS);
    expect(of(undefined)).toEqual(OPTIONS);
  });
});

describe("a draft", () => {
  const draft: Draft = {
    texts: { fr: { title: "Titre", text: "" } },
    legalBasis: "art. 1",
    legalChannel: "live_remote",
    method: "approval",
    rule: { seats: 1 },
    options: [{ label: { fr: "A" } }, { label: { fr: "B" } }],
    tieRule: "lot",
  };

  it.each<[string, Partial<Draft>, string[]]>([
    ["nothing", {}, []],
    ["a title", { texts: { fr: { title: "", text: "x" } } }, ["title-missing"]],
    ["a legal basis", { legalBasis: "" }, ["legal-basis-missing"]],
    ["options", { options: [{ label: { fr: "A" } }] }, ["too-few-options", "seats-for-all"]],
    ["a label", { options: [{ label: {} }, { label: { nl: "B" } }] }, ["label-missing"]],
    ["settings that fit", { rule: { terms: [1] } }, ["bad-setting"]],
    ["fewer seats than options", { rule: { seats: 2 } }, ["seats-for-all"]],
    ["a rule for ties", { tieRule: "not_adopted" }, ["tie-rule"]],
    ["a window that opens first", { opensAt: 2, closesAt: 1 }, ["window-reversed"]],
    ["no lot for a text", { method: "resolution", rule: {} }, ["tie-rule"]],
  ])("lacks %s", (_, change, problems) => {
    expect(draftProblems({ ...draft, ...change })).toEqual(problems);
  });

  it("of a consultation needs no legal basis, and one candidate may stand alone", () => {
    expect(draftProblems({ ...draft, legalBasis: "", legalChannel: "consultation" })).toEqual([]);
    const alone = { method: "per-candidate", options: [{ label: { fr: "A" } }] } as const;
    expect(draftProblems({ ...draft, ...alone, options: [...alone.options] })).toEqual([]);
  });
});

describe("a tie rule declared beforehand", () => {
  it("counts without a lot until one is drawn", () => {
    expect(tieRuleOf("lot", {})).toEqual({ kind: "none" });
    expect(tieRuleOf("lot", { seed: "s", order: ["a"] })).toEqual({ kind: "lot", seed: "s" });
    expect(tieRuleOf("casting", { order: ["a"] })).toEqual({ kind: "casting", order: ["a"] });
    expect(tieRuleOf("none", { seed: "s" })).toEqual({ kind: "none" });
  });

  it("waits only for a lot or a casting vote", () => {
    const met: TieMet = { place: "seat", between: ["a", "b"], rule: "none", fell: "unsettled" };
    const report: CountedTies = { method: "approval", ties: [met] };
    expect(unsettledTie(report, "lot")).toEqual({ rule: "lot", between: ["a", "b"] });
    expect(unsettledTie(report, "none")).toBeUndefined();
    const tied = { method: "resolution", explanation: [{ code: "tie-not-adopted" }] } as const;
    expect(unsettledTie(tied, "casting")).toMatchObject({ between: ["for", "against"] });
    expect(unsettledTie(tied, "not_adopted")).toBeUndefined();
  });
});
