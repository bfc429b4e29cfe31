import { describe, expect, it } from "vitest";
import { irv } from "#domain/decisions/methods/irv.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { rankedProfile } from "../../../support/rankings.ts";

const NONE = tieBreaker({ kind: "none" });
const count = (options: string, lines: string[], tie = NONE) =>
  irv.tally(rankedProfile([...options], lines), {}, tie);

describe("instant runoff, published examples", () => {
  it("a capital among four towns (fr.wikipedia.org, Vote alternatif)", () => {
    const report = count("ABCD", [
      "42: A > B > C > D",
      "26: B > C > D > A",
      "15: C > D > B > A",
      "17: D > C > B > A",
    ]);
    expect(report.detail.rounds.map(({ votes }) => votes)).toEqual([
      [42, 26, 15, 17],
      [42, 26, 0, 32],
      [42, 0, 0, 58],
      [0, 0, 0, 100],
    ]);
    expect(report.order).toEqual([["D"], ["A"], ["B"], ["C"]]);
    expect(report.explanation[0]).toEqual({
      code: "majority",
      round: 3,
      option: "D",
      votes: 58,
      held: 100,
    });
  });

  it("five ballots over three options (en.wikipedia.org, Instant-runoff voting)", () => {
    const report = count("ABC", ["2: A > C > B", "2: B > A > C", "1: C > B > A"]);
    expect(report.order).toEqual([["B"], ["A"], ["C"]]);
  });
});

describe("instant runoff", () => {
  it("is not monotone: ten ballots that raise the winner make it lose", () => {
    // The known failure (docs/decisions.md): A wins, and moving up on B's papers changes who leaves.
    const before = count("ABC", ["39: A > B > C", "35: B > C > A", "26: C > A > B"]);
    const after = count("ABC", ["49: A > B > C", "25: B > C > A", "26: C > A > B"]);
    expect([before.winners, after.winners]).toEqual([["A"], ["C"]]);
  });

  it("counts papers that name nobody else as exhausted", () => {
    const report = count("ABC", ["4: A", "3: B", "2: C"]);
    expect(report.detail.rounds.map(({ exhausted }) => exhausted)).toEqual([0, 2, 5]);
    expect(report.winners).toEqual(["A"]);
  });

  it("says how few ballots are known to turn it, by a recount", () => {
    const report = count("ABC", ["40: A > B", "25: B > A", "35: C > B"]);
    expect(report.winners).toEqual(["A"]);
    // Six papers of C for B instead: then C leaves before B, and B has 60.
    expect(report.margin).toEqual({ changed: 6, exact: false });
  });

  it("leaves a final between equals open where no rule settles it", () => {
    const report = count("AB", ["2: A", "2: B"]);
    expect(report.winners).toEqual([]);
    expect(report.tiedForLast).toEqual(["A", "B"]);
    expect(report.margin).toEqual({ changed: 1, exact: true });
  });
});
