import { describe, expect, it } from "vitest";
import { writeBlt } from "#domain/decisions/formats/blt-writer.ts";
import { problemOf, reading } from "./reading.ts";

// The example of Hill, Wichmann & Woodall, Algorithm 123 (1987), §3.1, without its names.
const EXAMPLE = `4 2
-2
3 1 3 4 0
4 1 3 2 0
2 4 1 3 0
1 2 0
2 2 4 3 1 0
1 3 4 2 0
0
"A"
"B"
"C"
"D"
"Title"
`;

describe("reading BLT", () => {
  it("leaves a withdrawn candidate out of options and ballots", () => {
    expect(reading("blt", EXAMPLE)).toEqual({
      title: "Title",
      names: ["A", "C", "D"],
      seats: 2,
      shape: "rank",
      withdrawn: ["B"],
      profile: {
        options: ["1", "3", "4"],
        ballots: [
          { content: { kind: "rank", ranks: [["1"], ["3"], ["4"]] }, count: 3 },
          { content: { kind: "rank", ranks: [["1"], ["3"]] }, count: 4 },
          { content: { kind: "rank", ranks: [["4"], ["1"], ["3"]] }, count: 2 },
          { content: { kind: "blank" }, count: 1 },
          { content: { kind: "rank", ranks: [["4"], ["3"], ["1"]] }, count: 2 },
          { content: { kind: "rank", ranks: [["3"], ["4"]] }, count: 1 },
        ],
      },
    });
  });

  it("reads equal ranks, skipped ranks, comments, blank ballots and any line ends", () => {
    const text = '# by hand\r\n3 1\r\n2 1=3 - 2 0 # two\r\n5 0\r\n0\r\n"A"\r\n"B"\r\n"C # c"\r\n';
    expect(reading("blt", text)).toMatchObject({
      names: ["A", "B", "C # c"],
      profile: {
        ballots: [
          { content: { kind: "rank", ranks: [["1", "3"], ["2"]] }, count: 2 },
          { content: { kind: "blank" }, count: 5 },
        ],
      },
    });
  });

  it("reads a file on one line, and names without quotes on lines of their own", () => {
    const ballots = [{ content: { kind: "rank", ranks: [["2"]] }, count: 9 }];
    expect(reading("blt", '2 1 9 2 0 0 "A" "B"').profile.ballots).toEqual(ballots);
    const file = reading("blt", "2 1\n9 2 0\n0\nA of X (X)\nB\nWard 1");
    expect(file).toMatchObject({ names: ["A of X (X)", "B"], title: "Ward 1" });
    expect(file.profile.ballots).toEqual(ballots);
  });

  it("keeps candidates of one name apart", () => {
    const { names, profile } = reading("blt", '2 1\n9 2 0\n0\n"A"\n"A"');
    expect(names).toEqual(["A", "A"]);
    expect(profile.options).toEqual(["1", "2"]);
  });

  it("makes the ballots anew at each walk", () => {
    const { profile } = reading("blt", EXAMPLE);
    expect([...profile.ballots]).toEqual([...profile.ballots]);
  });

  const MOST = "9007199254740991";
  it.each([
    ["", "1:1", "how many candidates there are", "the end of the file"],
    ["x 1", "1:1", "how many candidates there are", "x"],
    ["100001 1", "1:1", "from 0 to 100000", "100001"],
    ["2 0\n0", "1:3", "how many seats there are, a whole number from 1", "0"],
    ["2 1\n-3", "2:2", "a withdrawn candidate, a whole number from 1 to 2", "3"],
    ["2 1\n1 1\n2 2 0\n0", "2:4", "0 to end this ballot", "the end of the line"],
    ["2 1\n1 1", "2:4", "0 to end this ballot", "the end of the file"],
    ["2 1\n1 3 0\n0", "2:3", "the number of a candidate, or 0 to end", "3"],
    ["2 1\n1 1 1 0\n0", "2:5", "a candidate this ballot has not named yet", "1"],
    ["2 1\n1 1=1 0\n0", "2:5", "a candidate this ballot has not named yet", "1"],
    ["2 1\n1 1=0\n0", "2:5", "the number of a candidate after =", "0"],
    ["2 1\n1.5 1 0\n0", "2:1", `a whole number from 0 to ${MOST}`, "1.5"],
    ["2 1\n-1 1 0\n0", "2:4", "the end of the line after withdrawn candidates", "1"],
    [`2 1\n${MOST}0 1 0\n0`, "2:1", `a whole number from 0 to ${MOST}`, `${MOST}0`],
    ["2 1\n9007199254740992 1 0\n0", "2:1", `from 0 to ${MOST}`, "9007199254740992"],
    [`2 1\n${MOST} 1 0\n1 2 0\n0`, "3:6", `at most ${MOST} ballots in all`, "the end of the line"],
    ["2 1\n1 1 0\n", "3:1", "or 0 after the last ballot", "the end of the file"],
    ["2 1\n0 1 2 0\n0", "2:3", "a new line, or a name in quotes", "1"],
    ['2 1\n0\n"A"', "3:4", "the name of candidate 2", "the end of the file"],
    ['2 1\n0\n"A\n"B"', "3:1", "a closing quote on the same line", '"A'],
    ['1 1\n0\n"A" "T" "U"', "3:9", "the end of the file after the title", '"U"'],
    ["2 1\n1 é 0", "2:3", "the number of a candidate", "é"],
  ])("refuses %j at %s", (text, place, expected, found) => {
    const problem = problemOf("blt", text);
    expect(problem).toContain(`${place} expected `);
    expect(problem).toContain(expected);
    expect(problem.split(", found ").at(-1)).toContain(found);
  });
});

describe("writing BLT", () => {
  it("says again what it read", () => {
    const file = reading("blt", EXAMPLE);
    const written = writeBlt(file);
    expect(written.ok && written.value).toBe(
      '3 2\n3 1 2 3 0\n4 1 2 0\n2 3 1 2 0\n1 0\n2 3 2 1 0\n1 2 3 0\n0\n"A"\n"C"\n"D"\n"Title"\n',
    );
  });

  it("keeps quotes and backslashes of names", () => {
    const names = ['"Vrij" \\ Libre', "\\"];
    const profile = { options: ["x", "y"], ballots: [] };
    const written = writeBlt({ names, profile, seats: 1, title: "#" });
    if (!written.ok) throw new Error("refused");
    expect(reading("blt", written.value)).toMatchObject({ names, title: "#" });
  });

  it.each([
    ["not-rankings", ["A"], { kind: "approve", options: ["a"] }],
    ["line-break-in-name", ["A\nB"], { kind: "choice", option: "a" }],
  ] as const)("refuses what it cannot say: %s", (code, names, content) => {
    const profile = { options: ["a"], ballots: [{ content: { ...content }, count: 1 }] };
    const written = writeBlt({ names: [...names], profile: profile as never });
    expect(written).toEqual({ ok: false, refusal: { code } });
  });
});
