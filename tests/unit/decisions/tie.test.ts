import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillSeats } from "#domain/decisions/seats.ts";
import { meetTie, tieBreaker } from "#domain/decisions/tie.ts";

const NONE = tieBreaker({ kind: "none" });

describe("V5 lot", () => {
  const lot = tieBreaker({ kind: "lot", seed: "PALABRE|2026-11-14|451362" });

  it("orders P03, P19, P11, P07", () => {
    expect(lot.order(["P03", "P07", "P11", "P19"])).toEqual(["P03", "P19", "P11", "P07"]);
  });

  it("is the ascending SHA-256 of seed and id, whatever order it is asked in", () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.string(), { maxLength: 8 }), (seed, ids) => {
        const hash = (id: string) =>
          createHash("sha256").update(`${seed}|${id}`, "utf8").digest("hex");
        const expected = ids.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1));
        const drawn = tieBreaker({ kind: "lot", seed });
        expect(drawn.order(ids)).toEqual(expected);
        expect(drawn.order(ids.toReversed())).toEqual(expected);
      }),
    );
  });

  it("falls otherwise with another seed", () => {
    const other = tieBreaker({ kind: "lot", seed: "PALABRE|2026-11-14|451363" });
    const ids = ["P03", "P07", "P11", "P19"];
    expect(other.order(ids)).not.toEqual(lot.order(ids));
  });
});

describe("a casting vote", () => {
  const chair = tieBreaker({ kind: "casting", order: ["C", "A", "B"] });

  it("prefers as it was cast", () => {
    expect(chair.order(["A", "B", "C"])).toEqual(["C", "A", "B"]);
  });

  it("settles nothing about whom it does not name", () => {
    expect(chair.order(["A", "D"])).toBeUndefined();
    expect(meetTie(chair, "seat", ["A", "D"])).toEqual({
      place: "seat",
      between: ["A", "D"],
      rule: "casting",
      fell: "unsettled",
    });
  });
});

describe("seats", () => {
  const chair = tieBreaker({ kind: "casting", order: ["D", "C", "B", "A"] });

  it("go down the order; a rule is asked only about the group that the last seat cuts", () => {
    const filled = fillSeats([["A", "B"], ["C", "D"], ["E"]], 3, chair);
    expect(filled.winners).toEqual(["A", "B", "D"]);
    expect(filled.order).toEqual([["A", "B"], ["D"], ["C"], ["E"]]);
    expect(filled.ties).toEqual([
      { place: "seat", between: ["C", "D"], rule: "casting", fell: ["D", "C"] },
    ]);
  });

  it("need no rule where a group ends with the last seat", () => {
    expect(fillSeats([["A", "B"], ["C"]], 2, chair)).toEqual({
      winners: ["A", "B"],
      order: [["A", "B"], ["C"]],
      ties: [],
    });
  });

  it("stay open where nothing settles it", () => {
    expect(fillSeats([["A"], ["B", "C"]], 2, NONE)).toMatchObject({
      winners: ["A"],
      tiedForLast: ["B", "C"],
      order: [["A"], ["B", "C"]],
      ties: [{ rule: "none", fell: "unsettled" }],
    });
  });

  it("are not given to groups that may not have one", () => {
    expect(fillSeats([["A"], ["B", "C"]], 2, chair, 1)).toMatchObject({ winners: ["A"], ties: [] });
  });
});
