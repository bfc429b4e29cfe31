import { describe, expect, it } from "vitest";
import { problemOf, reading } from "./reading.ts";

describe("reading CSV", () => {
  it.each([
    ["rank", "rank,2,,1", { kind: "rank", ranks: [["c"], ["a"]] }],
    ["equal ranks", "rank,1,5,1", { kind: "rank", ranks: [["a", "c"], ["b"]] }],
    ["approve", "approve,x,0,1", { kind: "approve", options: ["a", "c"] }],
    ["choice", "choice,,X,", { kind: "choice", option: "b" }],
    ["grade", "grade,4,0,", { kind: "grade", grades: { a: 4, b: 0 } }],
    [
      "per-option",
      "per-option,for,against,abstain",
      { kind: "per-option", choices: { a: "for", b: "against", c: "abstain" } },
    ],
    ["blank", "blank,,,", { kind: "blank" }],
    ["rank without ranks", "rank,,,", { kind: "blank" }],
    ["approve of nothing", "approve,0,0,0", { kind: "blank" }],
  ])("%s", (_, row, content) => {
    const { profile } = reading("csv", `count,kind,a,b,c\n12,${row}\n`);
    expect(profile).toEqual({
      options: ["a", "b", "c"],
      ballots: [{ content, count: 12 }],
      invalid: 0,
    });
  });

  it("reads names, invalid papers, quotes, semicolons and what a spreadsheet must not run", () => {
    const text =
      '\uFEFFcount;kind;\'=a;b\r\n;name;"Jan ""J""; A";\'+32\r\n\r\n"3";invalid;;\r\n4;approve;x;\r\n2;invalid;;';
    expect(reading("csv", text)).toEqual({
      names: ['Jan "J"; A', "+32"],
      shape: "approve",
      profile: {
        options: ["=a", "b"],
        ballots: [{ content: { kind: "approve", options: ["=a"] }, count: 4 }],
        invalid: 5,
      },
    });
  });

  it("needs neither counts nor kinds where the shape is known", () => {
    const { profile } = reading("csv", "a\tb\n1\t2\n2\t1\n", "rank");
    expect(profile.ballots).toEqual([
      { content: { kind: "rank", ranks: [["a"], ["b"]] }, count: 1 },
      { content: { kind: "rank", ranks: [["b"], ["a"]] }, count: 1 },
    ]);
  });

  it.each([
    ["", "1:1", "a first line with the columns"],
    ["a,b\n1,2", "1:1", "a column kind"],
    ["count,kind,a,a\n", "1:14", "an option that has no column yet"],
    ["count,kind,a,,b\n", "1:14", "the id of an option"],
    ["count,kind,a\n1,rank\n", "2:1", "3 cells in this row"],
    ["count,kind,a\n1,rank,1,2\n", "2:10", "3 cells in this row"],
    ["count,kind,a\n1,borda,1\n", "2:3", "one of the kinds choice, approve, rank"],
    ["count,kind,a\n1,rank,1\n,name,A\n", "3:1", "how many ballots say this"],
    ["count,kind,a\n1.5,rank,1\n", "2:1", "how many ballots say this"],
    ["count,kind,a\n-1,rank,1\n", "2:1", "how many ballots say this"],
    ["count,kind,a\n9007199254740992,rank,1\n", "2:1", "to 9007199254740991"],
    ["count,kind,a\n9007199254740991,invalid,\n1,rank,1\n", "4:1", "ballots in all"],
    ["count,kind,a\n1,rank,0\n", "2:8", "a rank, a whole number from 1"],
    ["count,kind,a\n1,grade,-1\n", "2:9", "a grade, a whole number from 0"],
    ["count,kind,a\n1,per-option,yes\n", "2:14", "one of for, against, abstain"],
    ["count,kind,a\n1,approve,2\n", "2:11", "x, or nothing"],
    ["count,kind,a,b\n1,choice,x,x\n", "2:12", "only one x"],
    ["count,kind,a\n1,blank,x\n", "2:9", "nothing in the cells of a row of kind blank"],
    ["count,kind,a\n1,rank,1\n1,grade,1\n", "4:1", "ballots of kind rank only"],
    ['count,kind,a\n1,rank,"1\n', "2:8", "a closing quote for this cell"],
    ['count,kind,a\n1,rank,"1"x\n', "2:11", "a separator or the end of the line"],
  ])("refuses %j at %s", (text, place, expected) => {
    const problem = problemOf("csv", text);
    expect(problem).toContain(`${place} expected `);
    expect(problem).toContain(expected);
  });
});
