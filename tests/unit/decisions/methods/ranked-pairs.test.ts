import { describe, expect, it } from "vitest";
import { rankedPairs } from "#domain/decisions/methods/ranked-pairs.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { rankedProfile } from "../../../support/rankings.ts";

const NONE = tieBreaker({ kind: "none" });
const count = (options: string, lines: string[], tie = NONE) =>
  rankedPairs.tally(rankedProfile([...options], lines), { seats: 1 }, tie);

/** Published worked examples; names of people and towns are letters here. */
const EXAMPLES: [string, string, string[], string[]][] = [
  [
    "en.wikipedia.org/wiki/Ranked_pairs: a capital among four towns",
    "MNCK",
    ["42: M > N > C > K", "26: N > C > K > M", "15: C > K > N > M", "17: K > C > N > M"],
    ["N", "C", "K", "M"],
  ],
  [
    "fr.wikipedia.org, rangement des paires par ordre décroissant: 45 ballots",
    "ABCDE",
    [
      "5: A > C > B > E > D",
      "5: A > D > E > C > B",
      "8: B > E > D > A > C",
      "3: C > A > B > E > D",
      "7: C > A > E > B > D",
      "2: C > B > A > D > E",
      "7: D > C > E > B > A",
      "8: E > B > A > D > C",
    ],
    ["A", "C", "E", "B", "D"],
  ],
  [
    "R. LeGrand, Descriptions of ranked-ballot voting methods: 921 ballots",
    "ABCDE",
    [
      "98: A > C > E > D > B",
      "64: B > A > E > C > D",
      "12: B > A > E > D > C",
      "98: B > E > A > C > D",
      "13: B > E > A > D > C",
      "125: B > E > D > A > C",
      "124: C > A > E > D > B",
      "76: C > E > A > D > B",
      "21: D > A > B > E > C",
      "30: D > B > A > E > C",
      "98: D > B > E > C > A",
      "139: D > C > A > B > E",
      "23: D > C > B > A > E",
    ],
    ["B", "A", "E", "D", "C"],
  ],
  [
    "E. Gorr, ranked pairs, example 1",
    "ABC",
    ["7: A > B > C", "5: B > A > C", "4: C > A > B", "2: B > C > A"],
    ["A", "B", "C"],
  ],
  [
    "E. Gorr, ranked pairs, example 2: a circle",
    "ABC",
    ["40: A > B > C", "35: B > C > A", "25: C > A > B"],
    ["A", "B", "C"],
  ],
];

const EQUAL_ON_A_CIRCLE = [
  "12: A > D > C > B",
  "3: B > A > C > D",
  "25: B > C > A > D",
  "21: C > B > A > D",
  "12: D > A > B > C",
  "21: D > A > C > B",
  "6: D > B > A > C",
];

describe("Ranked Pairs, published examples", () => {
  it.each(EXAMPLES)("%s", (_, options, lines, order) => {
    const report = count(options, lines);
    expect(report.order).toEqual(order.map((option) => [option]));
    expect(report.winners).toEqual(order.slice(0, 1));
    expect(report.ties).toEqual([]);
  });
});

describe("Ranked Pairs, a published failure", () => {
  // M. Schulze on Tideman's method, list election-methods, 10 June 1998: six voters who rank A last
  // make A win by voting. Every ballot is complete, so that winning votes and margins agree.
  const without = [
    "37: C > A > B > D",
    "20: B > D > A > C",
    "18: A > D > C > B",
    "15: B > D > C > A",
    "7: D > A > C > B",
    "3: C > B > A > D",
  ];

  it("staying home can help", () => {
    expect(count("ABCD", without).winners).toEqual(["C"]);
    expect(count("ABCD", [...without, "6: B > D > C > A"]).winners).toEqual(["A"]);
  });
});

describe("Ranked Pairs", () => {
  it("says which victory it skipped and which locked ones forbid it", () => {
    const report = count("ABC", ["40: A > B > C", "35: B > C > A", "25: C > A > B"]);
    expect(report.explanation).toEqual([
      { code: "nobody-beats-everyone" },
      { code: "pair-skipped", winner: "C", loser: "A", votes: 60, because: ["A", "B", "C"] },
    ]);
    expect(report.detail.pairs).toEqual([
      { winner: "B", loser: "C", votes: 75, against: 25, locked: true },
      { winner: "A", loser: "B", votes: 65, against: 35, locked: true },
      { winner: "C", loser: "A", votes: 60, against: 40, locked: false },
    ]);
  });

  it("skips equal victories of one circle where no rule prefers one (E. Gorr, example 4)", () => {
    const report = count("ABCD", EQUAL_ON_A_CIRCLE);
    expect(report.order).toEqual([["B"], ["A"], ["D"], ["C"]]);
    expect(report.ties).toEqual([
      { place: "pair", between: ["A", "B", "C"], rule: "none", fell: "unsettled" },
    ]);
    expect(report.explanation).toContainEqual({
      code: "equal-pairs-skipped",
      options: ["A", "B", "C"],
      votes: 54,
    });
  });

  it("asks the declared rule which of equal victories on a circle goes first", () => {
    const chair = (order: string[]) => tieBreaker({ kind: "casting", order });
    const first = count("ABCD", EQUAL_ON_A_CIRCLE, chair(["A", "C", "B", "D"]));
    const second = count("ABCD", EQUAL_ON_A_CIRCLE, chair(["C", "A", "B", "D"]));
    expect(first.order).toEqual([["B"], ["A"], ["D"], ["C"]]);
    expect(second.order).toEqual([["C"], ["B"], ["A"], ["D"]]);
    expect(second.ties[0]?.fell).toEqual(["C", "A", "B"]);
  });

  it("asks nobody where equal victories do not hinder each other", () => {
    const lot = tieBreaker({ kind: "lot", seed: "s" });
    const report = count("ABC", ["2: A > B > C", "1: B > A > C"], lot);
    expect(report.ties).toEqual([]);
    expect(report.order).toEqual([["A"], ["B"], ["C"]]);
  });

  it("leaves first places equal where no victory separates them (E. Gorr, example 3)", () => {
    const report = count("ABC", ["7: A > B > C", "7: B > A > C", "2: C > A > B", "2: C > B > A"]);
    expect(report.order).toEqual([["A", "B"], ["C"]]);
    expect(report.tiedForLast).toEqual(["A", "B"]);
    expect(report.explanation).toContainEqual({ code: "equal-options", options: ["A", "B"] });
  });
});
