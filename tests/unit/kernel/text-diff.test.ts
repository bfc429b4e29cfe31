import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortestEdit } from "#domain/kernel/shortest-edit.ts";
import { applyEdits, diffText, mergeText, singleEdit } from "#domain/kernel/text-diff.ts";

const words = fc
  .array(fc.constantFrom("le ", "vote", "é", " ", "\n", "😀", "👩‍🌾", "a", "ab", "ordre "), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));

describe("a difference of two texts", () => {
  it("makes the one of the other, whatever they are", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(applyEdits(before, diffText(before, after))).toBe(after);
        const single = singleEdit(before, after);
        expect(applyEdits(before, single ? [single] : [])).toBe(after);
      }),
      { numRuns: 2_000 },
    );
  });

  it("never cuts a sign in two", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        for (const { at, remove, insert } of diffText(before, after)) {
          const taken = before.slice(at, at + remove);
          expect(taken + " " + insert).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it("names the letters that changed, not the line", () => {
    expect(diffText("Nous votons lundi.", "Nous voterons lundi, à Mons.")).toEqual([
      { at: 8, remove: 0, insert: "er" },
      { at: 17, remove: 0, insert: ", à Mons" },
    ]);
  });

  it("is as short as can be, or all of it where that would take too long", () => {
    const list = (text: string) => [...text];
    expect(shortestEdit(list("abcabba"), list("cbabac")).length).toBeGreaterThan(0);
    const whole = [{ from: 0, to: 4, fromNew: 0, toNew: 4 }];
    expect(shortestEdit(list("abcd"), list("efgh"), 3)).toEqual(whole);
    const changed = (hunks: ReturnType<typeof shortestEdit>) =>
      hunks.reduce((sum, { from, to, fromNew, toNew }) => sum + to - from + toNew - fromNew, 0);
    expect(changed(shortestEdit(list("abcabba"), list("cbabac")))).toBe(5);
  });
});

describe("two texts made of one", () => {
  const both = (base: string, theirs: string, mine: string) =>
    applyEdits(theirs, mergeText(base, theirs, mine));

  it("meet in a third that has what both wrote", () => {
    const base = "Présent·es : Ana, Bo\nOn décide de se revoir.";
    const theirs = "Présent·es : Ana, Bo, Chen\nOn décide de se revoir.";
    const mine = "Présent·es : Ana, Bo\nOn décide de se revoir en mai.";
    expect(both(base, theirs, mine)).toBe(
      "Présent·es : Ana, Bo, Chen\nOn décide de se revoir en mai.",
    );
  });

  it("are one where one of them changed nothing", () => {
    fc.assert(
      fc.property(words, words, (base, changed) => {
        expect(both(base, base, changed)).toBe(changed);
        expect(both(base, changed, base)).toBe(changed);
      }),
    );
  });

  // Signs of the base are all different, as are those that each puts in: each can be followed.
  it("lose nothing that either put in, and nothing that neither took away", () => {
    const base = "☀☁☂☃☄★☆☇☈☉☊☋☌☍☎☏☐☑☒☓☔☕";
    const hand = (marks: string) =>
      fc.array(fc.tuple(fc.nat(22), fc.nat(3)), { maxLength: 5 }).map((acts) => {
        let text = base;
        acts.forEach(([place, remove], at) => {
          const from = Math.min(place, text.length);
          text = text.slice(0, from) + (marks[at] ?? "") + text.slice(from + remove);
        });
        return text;
      });
    fc.assert(
      fc.property(hand("♔♕♖♗♘"), hand("♚♛♜♝♞"), (theirs, mine) => {
        const result = both(base, theirs, mine);
        for (const sign of [...theirs, ...mine].filter((sign) => !base.includes(sign))) {
          expect(result.split(sign)).toHaveLength(2);
        }
        for (const letter of base) {
          const stays = theirs.includes(letter) && mine.includes(letter);
          expect(result.includes(letter)).toBe(stays);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
