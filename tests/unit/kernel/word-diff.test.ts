import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clashInWords, diffWords } from "#domain/kernel/word-diff.ts";

const text = fc
  .array(fc.constantFrom("un", "repas", "pour", "chaque", "journée", "n’est", ",", " ", "."), {
    maxLength: 40,
  })
  .map((words) => words.join(" "));

describe("a difference in words", () => {
  it("gives both texts back, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        const read = (without: "gone" | "new") =>
          parts
            .filter(({ kind }) => kind !== without)
            .map((part) => part.text)
            .join("");
        expect(read("new")).toBe(before);
        expect(read("gone")).toBe(after);
      }),
    );
  });

  it("shows whole words, and neighbours as one change", () => {
    expect(diffWords("un chèque par jour presté", "un chèque par heure prestée")).toEqual([
      { kind: "same", text: "un chèque par " },
      { kind: "gone", text: "jour presté" },
      { kind: "new", text: "heure prestée" },
    ]);
  });

  it("leaves the space after a change alone", () => {
    expect(diffWords("onze métiers ont", "onze autres mots ont")).toEqual([
      { kind: "same", text: "onze " },
      { kind: "gone", text: "métiers" },
      { kind: "new", text: "autres mots" },
      { kind: "same", text: " ont" },
    ]);
  });

  it("says nothing of a text that is the same", () => {
    expect(diffWords("le même", "le même")).toEqual([{ kind: "same", text: "le même" }]);
    expect(diffWords("", "")).toEqual([]);
  });
});

describe("two changes to one text", () => {
  const base = "Un repas par jour pour chaque contrat";
  it.each([
    [
      "the same word",
      "Deux repas par jour pour chaque contrat",
      "Trois repas par jour pour chaque contrat",
      true,
    ],
    [
      "other words",
      "Deux repas par jour pour chaque contrat",
      "Un repas par jour pour tout contrat",
      false,
    ],
    ["words put into one place", `${base} court`, `${base} long`, true],
    ["one that changes nothing", base, "Deux repas par jour pour chaque contrat", false],
    [
      "words inside what the other takes away",
      "Un repas pour chaque contrat",
      "Un repas par mois pour chaque contrat",
      true,
    ],
  ])("clash where they touch: %s", (_, one, other, clash) => {
    expect(clashInWords(base, one, other)).toBe(clash);
    expect(clashInWords(base, other, one)).toBe(clash);
  });
});
