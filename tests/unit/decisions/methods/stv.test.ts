import { describe, expect, it } from "vitest";
import { stv } from "#domain/decisions/methods/stv.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { rankedProfile } from "../../../support/rankings.ts";

const NONE = tieBreaker({ kind: "none" });
const chair = (order: string) => tieBreaker({ kind: "casting", order: [...order] });
const count = (options: string, seats: number, lines: string[], tie = NONE) =>
  stv.tally(rankedProfile([...options], lines), { seats }, tie);
/** Votes by option after a round, in ballots. */
const votesAfter = (report: ReturnType<typeof count>, round: number) =>
  Object.fromEntries(
    report.options.map((option, at) => [option, report.detail.rounds[round - 1]!.votes[at]! / 1e5]),
  );

describe("Scottish STV, a published example", () => {
  // yingtongli.me, STV primer, parts 4 and 5 (2022): two dog owners D and E, two cat owners A and B,
  // a fish owner F; three seats. The page gives the standings after the third round.
  const report = count("DEABF", 3, [
    "21: D > E > F > A > B",
    "19: E > D > F > A > B",
    "40: A > B > F > D > E",
    "6: B > A > F > D > E",
    "7: F > D > E > A > B",
    "6: F > D > A > B > E",
    "1: F > D",
  ]);

  it("stands after a surplus and an exclusion as published", () => {
    expect(report.detail.quota).toBe(26 * 1e5);
    expect(votesAfter(report, 3)).toEqual({ D: 35, E: 19, A: 26, B: 20, F: 0 });
    expect(report.detail.rounds.map(({ act, from }) => [act, ...from])).toEqual([
      ["first-preferences"],
      ["surplus", "A"],
      ["exclusion", "F"],
      ["surplus", "D"],
    ]);
  });

  it("then transfers 9 of 35 votes on all papers, cut to five decimals (rule 48(3))", () => {
    const last = report.detail.rounds[3]!;
    expect(last.transfers).toEqual([
      { from: "D", to: "E", ballots: 28, value: 25_714 },
      { from: "D", to: "B", ballots: 6, value: 25_714 },
      { from: "D", ballots: 1, value: 25_714 },
    ]);
    expect(votesAfter(report, 4)).toEqual({ D: 26, E: 26.19992, A: 26, B: 21.54284, F: 0 });
    expect([last.exhausted, last.remainder]).toEqual([25_714, 10]);
    expect(report.winners).toEqual(["A", "D", "E"]);
    expect(report.order).toEqual([["A"], ["D"], ["E"], ["B"], ["F"]]);
  });

  it("says what happened, in order", () => {
    expect(report.explanation).toEqual([
      { code: "quota", ballots: 100, seats: 3, quota: 26 },
      { code: "reached-quota", round: 1, option: "A", votes: 40 * 1e5 },
      { code: "surplus-transferred", round: 2, option: "A", surplus: 14 * 1e5 },
      { code: "excluded", round: 3, option: "F", votes: 14 * 1e5 },
      { code: "reached-quota", round: 3, option: "D", votes: 35 * 1e5 },
      { code: "surplus-transferred", round: 4, option: "D", surplus: 9 * 1e5 },
      { code: "reached-quota", round: 4, option: "E", votes: 2_619_992 },
    ]);
  });
});

/**
 * Totals after each stage as published with Droop, J. Lundell's reference count of the Scottish rules
 * (github.com/jklundell/droop, test/ref/dump, 2010). Its stage for a surplus of nothing is left out:
 * rule 48(1) transfers where the votes exceed the quota.
 */
describe("Scottish STV, counts published by another program", () => {
  it.each<[string, string, number, string[], number[][], string]>([
    [
      "42: a surplus, then whoever is left",
      "ABC",
      2,
      ["4: A > B", "2: C"],
      [
        [4, 0, 2],
        [3, 1, 2],
        [3, 0, 2],
      ],
      "AC",
    ],
    [
      "weak-defeat: equal last ones, told apart by the stage before (rule 51(2)(a))",
      "ABCDE",
      2,
      ["1: A > B", "2: B", "3: C", "4: D", "5: E"],
      [
        [1, 2, 3, 4, 5],
        [0, 3, 3, 4, 5],
        [0, 0, 3, 4, 5],
        [0, 0, 0, 4, 5],
      ],
      "DE",
    ],
    [
      "weak-surplus: three reach the quota; two who are equal throughout need a lot",
      "ABCDEF",
      4,
      ["10: A > C", "8: B", "6: C", "5: D", "3: E > D", "3: F > D"],
      [
        [10, 8, 6, 5, 3, 3],
        [8, 8, 8, 5, 3, 3],
        [8, 8, 8, 8, 0, 3],
      ],
      "ABCD",
    ],
  ])("%s", (_, options, seats, lines, totals, elected) => {
    const report = count(options, seats, lines, chair(options.split("").reverse().join("")));
    const stages = report.detail.rounds.map(({ round }) =>
      Object.values(votesAfter(report, round)),
    );
    expect(stages).toEqual(totals);
    expect(report.winners.toSorted()).toEqual([...elected]);
  });
});

describe("what the Scottish rules say", () => {
  it("keeps a paper's value when its holder is excluded, and cuts it again in a second surplus", () => {
    // Quota 5 of 14, two seats. A has 9, so each paper goes on at 4 ÷ 9 = 0.44444.
    const report = count("ABCD", 2, ["9: A > D > B", "2: B", "2: C > B", "1: D > B"]);
    expect(report.detail.rounds[1]!.transfers).toEqual([
      { from: "A", to: "D", ballots: 9, value: 44_444 },
    ]);
    expect(votesAfter(report, 2)).toEqual({ A: 5, B: 2, C: 2, D: 4.99996 });
    expect(report.detail.rounds[1]!.remainder).toBe(4);
  });

  it("transfers the larger surplus first (rule 49(1))", () => {
    const report = count("ABCD", 3, ["7: A > C", "8: B > C", "1: C", "2: D"]);
    expect(report.detail.rounds.slice(1, 3).map(({ from }) => from)).toEqual([["B"], ["A"]]);
  });

  it("excludes by the latest round in which equal options differed (rule 51(2)(a))", () => {
    // After D leaves, B and C are equal; in the first round B had fewer.
    const report = count("ABCD", 1, ["8: A", "3: B > A", "4: C > A", "1: D > B"]);
    expect(report.ties).toEqual([
      {
        place: "excluded",
        round: 3,
        between: ["B", "C"],
        rule: "earlier-rounds",
        fell: ["C", "B"],
      },
    ]);
    expect(report.detail.rounds[2]!.from).toEqual(["B"]);
  });

  it("asks the declared rule only about those whom no round told apart (rule 51(2)(b))", () => {
    const lines = ["9: A", "4: B > A", "3: C > A", "3: D > A", "1: E > C", "1: F > D"];
    const report = count("ABCDEF", 1, lines, chair("FEDCBA"));
    const [first, second, third] = report.ties;
    expect(first).toEqual({
      place: "excluded",
      round: 2,
      between: ["E", "F"],
      rule: "casting",
      fell: ["F", "E"],
    });
    expect(second).toEqual({
      place: "excluded",
      round: 4,
      between: ["B", "C", "D"],
      rule: "earlier-rounds",
      fell: ["B", "C", "D"],
    });
    expect(third).toBeUndefined();
    expect(report.detail.rounds.map(({ from }) => from.join(""))).toEqual(["", "E", "F", "D"]);
  });

  it("gives the last places to those who are left, and transfers no more (rule 52)", () => {
    const report = count("ABC", 2, ["5: A", "1: B", "2: C > A"]);
    expect(report.winners).toEqual(["A", "C"]);
    expect(report.explanation.at(-1)).toEqual({ code: "last-places", round: 3, options: ["C"] });
    expect(report.detail.rounds).toHaveLength(3);
  });

  it("elects everybody where there are no more options than seats", () => {
    const report = count("AB", 3, ["1: A"]);
    expect(report.winners).toEqual(["A", "B"]);
    expect(report.margin).toEqual({ exact: false });
  });

  it("reads a paper up to a rank that several share; one that begins so is invalid", () => {
    const report = count("ABC", 1, ["3: A > B = C", "2: B = C > A", "2: C", "1:"]);
    expect(report.ballots).toEqual({ cast: 8, blank: 1, invalid: 2, counted: 5 });
    expect(report.explanation[0]).toEqual({ code: "first-preference-unclear", ballots: 2 });
    expect(votesAfter(report, 1)).toEqual({ A: 3, B: 0, C: 2 });
  });
});

describe("a tie that no rule settles", () => {
  it("excludes equal last ones together where whoever went first, all would have gone", () => {
    const report = count("ABCD", 1, ["5: A", "3: B", "1: C > D", "1: D > C"]);
    expect(report.detail.rounds[1]!.from).toEqual(["C", "D"]);
    expect(report.ties[0]).toMatchObject({ place: "excluded", rule: "none", fell: "unsettled" });
    expect(report.winners).toEqual(["A"]);
    expect(report.order).toEqual([["A"], ["B"], ["C", "D"]]);
  });

  it("ends the count where it matters who leaves, and says between whom", () => {
    const report = count("ABC", 1, ["3: A", "2: B > C", "2: C > B"]);
    expect(report.winners).toEqual([]);
    expect(report.tiedForLast).toEqual(["A", "B", "C"]);
    expect(report.explanation.at(-1)).toEqual({
      code: "count-stopped",
      round: 2,
      options: ["A", "B", "C"],
    });
  });

  it("lets equal surpluses go on together", () => {
    const report = count("ABCD", 3, ["6: A > C", "6: B > D", "2: C", "3: D"]);
    expect(report.detail.rounds[1]).toMatchObject({ act: "surplus", from: ["A", "B"] });
    expect(report.winners).toEqual(["A", "B", "D"]);
  });

  it("is settled by a lot where one was declared", () => {
    const lot = tieBreaker({ kind: "lot", seed: "17 4 3" });
    const report = count("ABC", 1, ["3: A", "2: B > C", "2: C > B"], lot);
    const fell = lot.order(["B", "C"])!;
    expect(report.ties).toEqual([
      { place: "excluded", round: 2, between: ["B", "C"], rule: "lot", fell },
    ]);
    expect(report.winners).toEqual(fell.slice(0, 1));
    expect(report.tiedForLast).toBeUndefined();
  });
});

describe("numbers too large to be exact", () => {
  it("are refused", () => {
    expect(() => count("AB", 1, [`${2 ** 50}: A`])).toThrow(RangeError);
    expect(() => count("AB", 1, [`${2 ** 53}: A`])).toThrow(/count-not-whole/);
  });

  it("and just below are exact", () => {
    const many = 90_000_000_000;
    const report = count("ABC", 2, [`${many}: A > B`, "1: C"]);
    const last = report.detail.rounds.at(-1)!;
    const votes = last.votes.reduce((sum, each) => sum + each, 0);
    expect(votes + last.exhausted + last.remainder).toBe((many + 1) * 1e5);
    expect(report.winners).toEqual(["A", "B"]);
  });
});
