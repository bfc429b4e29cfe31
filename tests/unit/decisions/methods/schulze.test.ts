import { describe, expect, it } from "vitest";
import { schulze } from "#domain/decisions/methods/schulze.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { rankedProfile } from "../../../support/rankings.ts";

const NONE = tieBreaker({ kind: "none" });
const count = (options: string, lines: string[], seats = 1, tie = NONE) =>
  schulze.tally(rankedProfile([...options], lines), { seats }, tie);

/** The ballots of the examples in Schulze's paper (draft of 2011 and its later revisions). */
const EXAMPLES: [string, string, string[], string[]][] = [
  [
    "example 1",
    "ABCD",
    [
      "8: A > C > D > B",
      "2: B > A > D > C",
      "4: C > D > B > A",
      "4: D > B > A > C",
      "3: D > C > B > A",
    ],
    ["D"],
  ],
  [
    "example 2: two potential winners",
    "ABCD",
    ["3: A > B > C > D", "2: C > B > D > A", "2: D > A > B > C", "2: D > B > C > A"],
    ["B", "D"],
  ],
  [
    "example 3",
    "ABCD",
    [
      "12: A > B > C > D",
      "6: A > D > B > C",
      "9: B > C > D > A",
      "15: C > D > A > B",
      "21: D > B > A > C",
    ],
    ["D"],
  ],
  [
    "example 4: two potential winners",
    "ABCD",
    [
      "6: A > C > D > B",
      "1: B > A > D > C",
      "3: C > B > D > A",
      "3: D > B > A > C",
      "2: D > C > B > A",
    ],
    ["A", "D"],
  ],
  [
    "example 5, situation 1",
    "ABCDEF",
    [
      "3: A > D > E > B > C > F",
      "3: B > F > E > C > D > A",
      "4: C > A > B > F > D > E",
      "1: D > B > C > E > F > A",
      "4: D > E > F > A > B > C",
      "2: E > C > B > D > F > A",
      "2: F > A > C > D > B > E",
    ],
    ["A"],
  ],
  [
    "example 5, situation 2: two who wanted A most took part",
    "ABCDEF",
    [
      "3: A > D > E > B > C > F",
      "3: B > F > E > C > D > A",
      "4: C > A > B > F > D > E",
      "1: D > B > C > E > F > A",
      "4: D > E > F > A > B > C",
      "2: E > C > B > D > F > A",
      "2: F > A > C > D > B > E",
      "2: A > E > F > C > B > D",
    ],
    ["D"],
  ],
  [
    "example 6, situation 1",
    "ABCD",
    [
      "3: A > B > D > C",
      "5: A > D > B > C",
      "1: A > D > C > B",
      "2: B > A > D > C",
      "2: B > D > C > A",
      "4: C > A > B > D",
      "6: C > B > A > D",
      "2: D > B > C > A",
      "5: D > C > A > B",
    ],
    ["A"],
  ],
  [
    "example 6, situation 2: with an option that everybody ranks below D",
    "ABCDE",
    [
      "3: A > B > D > E > C",
      "5: A > D > E > B > C",
      "1: A > D > E > C > B",
      "2: B > A > D > E > C",
      "2: B > D > E > C > A",
      "4: C > A > B > D > E",
      "6: C > B > A > D > E",
      "2: D > B > E > C > A",
      "5: D > E > C > A > B",
    ],
    ["B"],
  ],
  [
    "example 7: ballots that tie and stop short; winning votes, not margins or ratios",
    "ABCD",
    [
      "6: A > B > C > D",
      "8: A = B",
      "8: A = C",
      "18: A = C > D",
      "8: A = C = D",
      "40: B",
      "4: C > B > D",
      "9: C > D > A",
      "8: C = D",
      "14: D > A > B",
      "11: D > B > C",
      "4: D > C > A",
    ],
    ["D"],
  ],
];

describe("Schulze's method, examples of the paper", () => {
  it.each(EXAMPLES)("%s", (_, options, lines, winners) => {
    const report = count(options, lines);
    expect(report.order[0]).toEqual(winners);
    expect(report.winners).toEqual(winners.length === 1 ? winners : []);
    expect(report.tiedForLast).toEqual(winners.length === 1 ? undefined : winners);
  });

  it("gives the matrix and the strengths of example 1", () => {
    const [, , lines] = EXAMPLES[0]!;
    const { detail } = count("ABCD", lines);
    expect(detail.matrix).toEqual([
      [0, 8, 14, 10],
      [13, 0, 6, 2],
      [7, 15, 0, 12],
      [11, 19, 9, 0],
    ]);
    expect(detail.strengths).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ]);
  });
});

const FORTY_FIVE = [
  "5: A > C > B > E > D",
  "5: A > D > E > C > B",
  "8: B > E > D > A > C",
  "3: C > A > B > E > D",
  "7: C > A > E > B > D",
  "2: C > B > A > D > E",
  "7: D > C > E > B > A",
  "8: E > B > A > D > C",
];

describe("Schulze's method", () => {
  it("orders everybody, and says why the first stands before the second", () => {
    const report = count("ABCDE", FORTY_FIVE);
    expect(report.order).toEqual([["E"], ["A"], ["C"], ["B"], ["D"]]);
    expect(report.explanation).toEqual([
      { code: "nobody-beats-everyone" },
      { code: "stronger-path", option: "E", other: "A", strength: 25, back: 24 },
    ]);
    expect(report.detail.paths.slice(0, 2)).toEqual([
      { options: ["E", "B", "A"], strength: 25 },
      { options: ["A", "C", "E"], strength: 24 },
    ]);
  });

  it("lets the declared lot settle who of two potential winners wins, and says so", () => {
    const lot = tieBreaker({ kind: "lot", seed: "dice 4 2 6" });
    const [, , lines] = EXAMPLES[1]!;
    const report = count("ABCD", lines, 1, lot);
    const fell = lot.order(["B", "D"])!;
    expect(report.winners).toEqual(fell.slice(0, 1));
    expect(report.ties).toEqual([{ place: "seat", between: ["B", "D"], rule: "lot", fell }]);
    expect(report.tiedForLast).toBeUndefined();
  });

  it("counts an equal pair as a victory for neither", () => {
    const report = count("ABC", ["1: A > B > C", "1: B > A > C"]);
    expect(report.order).toEqual([["A", "B"], ["C"]]);
    expect(report.detail.strengths[0]).toEqual([0, 0, 2]);
  });

  it("says that one beats everyone, and how many ballots would make another do so", () => {
    const report = count("AB", ["6: A > B", "3: B > A", "2: A = B", "1:"]);
    expect(report.explanation).toEqual([{ code: "beats-everyone", option: "A" }]);
    expect(report.margin).toEqual({ changed: 2, exact: true });
    expect(report.ballots).toEqual({ cast: 12, blank: 1, invalid: 0, counted: 11 });
  });

  it("puts nobody first where nobody voted", () => {
    const report = count("ABC", ["4:"], 2);
    expect(report.order).toEqual([["A", "B", "C"]]);
    expect(report.margin).toEqual({ changed: 1, exact: true });
  });
});
