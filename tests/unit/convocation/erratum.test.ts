import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctedWords, correctionOf, SLIP_MOST } from "#domain/convocation/erratum.ts";

describe("a correction", () => {
  it("is a slip while it stays in one place", () => {
    expect(correctionOf("Les comptes de 2025.", "Les comptes de 2025.")).toBe("unchanged");
    expect(correctionOf("Aprouver les comptes.", "Approuver les comptes.")).toBe("slip");
    expect(correctionOf("", "x".repeat(SLIP_MOST))).toBe("slip");
    expect(correctionOf("", "x".repeat(SLIP_MOST + 1))).toBe("another-text");
    const text = `Aprouver ${"les comptes annuels ".repeat(5)}de 2025.`;
    expect(correctionOf(text, text.replace("Apr", "Appr").replace("2025", "2026"))).toBe(
      "another-text",
    );
  });

  it("is shown by whole words", () => {
    expect(correctedWords("Aprouver les comptes.", "Approuver les comptes.")).toEqual({
      before: "Aprouver",
      after: "Approuver",
    });
    expect(correctedWords("le le compte", "le compte")).toEqual({
      before: "le compte",
      after: "compte",
    });
    expect(correctedWords("en 2025", "en 2025 inclus")).toEqual({
      before: "2025",
      after: "2025 inclus",
    });
  });

  it("is the same words around what it shows, whatever the texts", () => {
    const words = fc.array(fc.constantFrom("a", "bb", "bb ", " c", "\n"), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (some, others) => {
        const [before, after] = [some.join(""), others.join("")];
        const shown = correctedWords(before, after);
        expect(before).toContain(shown.before);
        expect(after).toContain(shown.after);
        expect(before.length - shown.before.length).toBe(after.length - shown.after.length);
      }),
    );
  });
});
