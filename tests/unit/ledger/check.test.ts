import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { findingsOf, negates, type Other } from "#domain/ledger/check.ts";
import { type Link, LINK_KINDS, mayLink } from "#domain/ledger/links.ts";
import { entriesOf } from "#domain/ledger/sections.ts";

const NONE = new Set<string>();

function other(number: number, title: string, more: Partial<Other> = {}): Other {
  return {
    id: `i${number}`,
    number,
    language: "fr",
    title,
    text: "",
    state: "waiting",
    printed: "",
    ...more,
  };
}

function draft(title: string, text = "", groupId?: string) {
  return { language: "fr" as const, title, text, ...(groupId ? { groupId } : {}) };
}

describe("what is settled before publication", () => {
  it("finds references to what is not there, and takes those that are", () => {
    const found = findingsOf(draft("x", "Voir #7, #9 et encore #9."), [other(7, "y")], NONE);
    expect(found).toEqual([{ kind: "unknown-number", named: "#9" }]);
  });

  it("finds printed numbers, which move, and says what bears them in the same group", () => {
    // Recommendation 36 of 2016 named 35 for what is 34 in print (S-15).
    const others = [
      other(34, "Outils de communication", { printed: "34", groupId: "governance" }),
      other(90, "Autre groupe", { printed: "35", groupId: "publics" }),
    ];
    const text = "Avec les outils (recommandation 35) et la Recommandation 34.";
    expect(findingsOf(draft("x", text, "governance"), others, NONE)).toEqual([
      { kind: "printed-number", named: "recommandation 35" },
      { kind: "printed-number", named: "Recommandation 34", number: 34 },
    ]);
  });

  it("asks of each similar text how the two stand, and sees that one of them denies", () => {
    const twenty = other(
      20,
      "Une part de coopérateur obligatoire pour chaque utilisateur, chaque année",
    );
    const title = "Une part de coopérateur non obligatoire pour chaque utilisateur";
    expect(findingsOf(draft(title), [twenty], NONE)).toMatchObject([
      { kind: "alike", number: 20, opposed: true },
    ]);
    const same = draft("Une part de coopérateur obligatoire pour chaque utilisateur");
    expect(findingsOf(same, [twenty], NONE)).toMatchObject([{ kind: "alike", opposed: false }]);
    expect(findingsOf(draft(title), [twenty], new Set(["i20"]))).toEqual([]);
    const dutch = { ...draft(title), language: "nl" as const };
    expect(findingsOf(dutch, [twenty], NONE)).toEqual([]);
  });

  it("finds links to what has ended", () => {
    const gone = other(4, "Retiré depuis longtemps", { state: "withdrawn" });
    expect(findingsOf(draft("x"), [gone], new Set(["i4"]))).toMatchObject([
      { kind: "ended-link", number: 4 },
    ]);
  });

  it("hears a no in four languages", () => {
    expect(negates("Ne pas publier", "fr")).toBe(true);
    expect(negates("Geen opdracht onder het tarief", "nl")).toBe(true);
    expect(negates("Keine Pflicht", "de")).toBe(true);
    expect(negates("Nothing without us", "en")).toBe(true);
    expect(negates("Publier les repères", "fr")).toBe(false);
  });
});

describe("links", () => {
  const link = (from: string, to: string, kind: Link["kind"]): Link => ({ from, to, kind });

  it("judge two items once, from either end", () => {
    const there = [link("a", "b", "duplicates")];
    expect(mayLink(link("a", "b", "refines"), there).ok).toBe(false);
    expect(mayLink(link("b", "a", "contradicts"), there).ok).toBe(false);
    expect(mayLink(link("a", "a", "refines"), []).ok).toBe(false);
  });

  it("never let anything depend on itself in the end", () => {
    const there = [link("a", "b", "depends-on"), link("b", "c", "depends-on")];
    expect(mayLink(link("c", "a", "depends-on"), there).ok).toBe(false);
    expect(mayLink(link("c", "a", "refines"), there).ok).toBe(true);
  });

  it("hold no circle however they are made", () => {
    const one = fc.record({
      from: fc.constantFrom("a", "b", "c", "d", "e"),
      to: fc.constantFrom("a", "b", "c", "d", "e"),
      kind: fc.constantFrom(...LINK_KINDS),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (wanted) => {
        const made: Link[] = [];
        for (const each of wanted) if (mayLink(each, made).ok) made.push(each);
        for (const kind of ["depends-on", "refines"] as const) {
          expect(hasCircle(made.filter((each) => each.kind === kind))).toBe(false);
        }
      }),
    );
  });
});

/** Takes away what nothing leads to, as long as there is such a thing (Kahn). */
function hasCircle(links: Link[]): boolean {
  let left = links;
  for (;;) {
    const next = left.filter(({ from }) => left.some(({ to }) => to === from));
    if (next.length === left.length) return left.length > 0;
    left = next;
  }
}

it("reads the entries of a list without their marks", () => {
  expect(entriesOf("– un\n\n• deux\n- trois\nquatre")).toEqual(["un", "deux", "trois", "quatre"]);
});
