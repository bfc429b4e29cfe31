import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemOf, reading } from "./reading.ts";

function file(type: string, orders: string[], voters: number, alternatives = 3): string {
  return [
    "# FILE NAME: x",
    "# TITLE: Three",
    `# DATA TYPE: ${type}`,
    `# NUMBER ALTERNATIVES: ${alternatives}`,
    `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ORDERS: ${orders.length}`,
    ...["A", "B", "C"].map((name, at) => `# ALTERNATIVE NAME ${at + 1}: ${name}`),
    ...orders,
  ].join("\n");
}

describe("reading PrefLib", () => {
  it.each(["soc", "soi", "toc", "toi"])("reads %s", (type) => {
    const tied = type.startsWith("t");
    const orders = ["7: 2,1,3", tied ? "2: 3, {1,2}" : "2: 3,1,2"];
    const { profile, ...rest } = reading(type, file(type, orders, 9));
    expect(rest).toEqual({ title: "Three", names: ["A", "B", "C"], shape: "rank" });
    expect(profile).toEqual({
      options: ["1", "2", "3"],
      ballots: [
        { content: { kind: "rank", ranks: [["2"], ["1"], ["3"]] }, count: 7 },
        {
          content: { kind: "rank", ranks: tied ? [["3"], ["1", "2"]] : [["3"], ["1"], ["2"]] },
          count: 2,
        },
      ],
    });
  });

  it.each([
    [file("soi", ["2: 3"], 3), "5:18", "2, as many as there are below", "3"],
    [file("soi", ["2: 3", ""], 2), "6:25", "1, as many as there are below", "2"],
    [file("soc", ["2: 3"], 2), "10:3", "all 3 alternatives in an order of type soc", "3"],
    [file("soi", ["2: {1,2}"], 2), "10:4", "no ties in a file of type soi", "{1"],
    [file("toi", ["2: {1,2"], 2), "10:8", "a comma or a closing brace", "the end of the file"],
    [file("soi", ["2: 3,3"], 2), "10:6", "an alternative this order has not named yet", "3"],
    [file("soi", ["2: 4"], 2), "10:4", "a whole number from 1 to 3", "4"],
    [file("soi", ["2: 3 1"], 2), "10:6", "a comma or the end of the line", "1"],
    [file("soi", ["2 3"], 2), "10:3", "a colon", "3"],
    [file("soi", ["9007199254740993: 3"], 2), "10:1", "how many voters", "9007199254740993"],
    [file("cat", [], 0), "3:14", "the data type soc, soi, toc, toi", "cat"],
    [file("soi", [], 0, 4), "9:24", 'the line "# ALTERNATIVE NAME 4: …"', "the end of the file"],
    ["3\n1,A\n", "1:1", 'the line "# NUMBER ALTERNATIVES: …"', "3"],
    ["# TITLE\n", "1:8", "a colon after the name of this field", "the end of the line"],
    ["# TITLE: a\n# TITLE: b\n", "2:3", "TITLE only once", "TITLE"],
  ])("refuses %j at %s", (text, place, expected, found) => {
    const problem = problemOf("soi", text);
    expect(problem).toContain(`${place} expected `);
    expect(problem).toContain(expected);
    expect(problem.split(", found ").at(-1)).toContain(found);
  });
});

describe("a real election", () => {
  // The matrix that Debian published. PrefLib's orders are strict and Debian's ballots could tie:
  // where the lower number is preferred PrefLib has up to six more, elsewhere exactly as many.
  const PUBLISHED = [
    [0, 255, 178, 385],
    [199, 0, 134, 406],
    [291, 327, 0, 443],
    [68, 50, 18, 0],
  ];

  it("has the preferences that were published", () => {
    const path = new URL("../../../support/elections/debian-2002-leader.soi", import.meta.url);
    const { profile } = reading("soi", readFileSync(path, "utf8"));
    const preferring = (a: string, b: string) =>
      profile.ballots
        .filter(({ content }) => content.kind === "rank" && isBefore(content.ranks.flat(), a, b))
        .reduce((sum, { count }) => sum + count, 0);
    const more = profile.options.map((a, row) =>
      profile.options.map((b, column) => preferring(a, b) - PUBLISHED[row]![column]!),
    );
    expect(more).toEqual([
      [0, 5, 2, 2],
      [0, 0, 6, 1],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ]);
  });
});

function isBefore(ranked: string[], a: string, b: string): boolean {
  return ranked.includes(a) && (!ranked.includes(b) || ranked.indexOf(a) < ranked.indexOf(b));
}
