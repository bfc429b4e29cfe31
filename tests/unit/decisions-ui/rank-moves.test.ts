import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterAct,
  movedTo,
  placeOf,
  RANK_ACTS,
  type RankAct,
} from "#app/features/decisions/ballot-forms/rank-moves.ts";

const RANKS = [["a"], ["b", "c"], ["d"]];

describe("one button moves one option", () => {
  it.each<[RankAct, string, string[][]]>([
    ["up", "d", [["a"], ["d"], ["b", "c"]]],
    ["up", "c", [["a"], ["c"], ["b"], ["d"]]],
    ["up", "a", RANKS],
    ["down", "a", [["b", "c"], ["a"], ["d"]]],
    ["down", "b", [["a"], ["c"], ["b"], ["d"]]],
    ["down", "d", RANKS],
    ["first", "d", [["d"], ["a"], ["b", "c"]]],
    ["last", "a", [["b", "c"], ["d"], ["a"]]],
    ["level", "d", [["a"], ["b", "c", "d"]]],
    ["level", "c", [["a"], ["b"], ["c"], ["d"]]],
    ["level", "b", [["a", "b"], ["c"], ["d"]]],
    ["level", "a", RANKS],
    ["remove", "b", [["a"], ["c"], ["d"]]],
    ["remove", "a", [["b", "c"], ["d"]]],
    ["add", "e", [["a"], ["b", "c"], ["d"], ["e"]]],
    ["add", "a", RANKS],
  ])("%s %s", (act, option, after) => {
    expect(afterAct(RANKS, option, act)).toEqual(after);
  });

  it("takes a number as the place among the others", () => {
    expect(movedTo(RANKS, "d", 1)).toEqual([["d"], ["a"], ["b", "c"]]);
    expect(movedTo(RANKS, "b", 3)).toEqual([["a"], ["c"], ["b"], ["d"]]);
    expect(movedTo(RANKS, "a", 99)).toEqual([["b", "c"], ["d"], ["a"]]);
    expect(placeOf(RANKS, "c")).toBe(2);
    expect(placeOf(RANKS, "e")).toBe(0);
  });
});

it("never loses nor doubles an option, whatever is pressed", () => {
  const press = fc.record({
    act: fc.constantFrom(...RANK_ACTS),
    option: fc.constantFrom("a", "b", "c", "d", "e"),
  });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
      const wanted = new Set<string>();
      let ranks: readonly (readonly string[])[] = [];
      for (const { act, option } of presses) {
        if (act !== "add" && placeOf(ranks, option) === 0) continue;
        ranks = afterAct(ranks, option, act);
        if (act === "remove") wanted.delete(option);
        else wanted.add(option);
      }
      expect(ranks.flat().toSorted()).toEqual([...wanted].sort());
      expect(ranks.every((equals) => equals.length > 0)).toBe(true);
    }),
  );
});
