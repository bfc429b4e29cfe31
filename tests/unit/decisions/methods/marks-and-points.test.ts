import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotGroup } from "#domain/decisions/profile.ts";
import { approval } from "#domain/decisions/methods/approval.ts";
import { borda } from "#domain/decisions/methods/borda.ts";
import { pluralityAtLarge } from "#domain/decisions/methods/plurality-at-large.ts";
import { LOT, NO_RULE, oneByOne, profiles } from "../../../support/tally-profiles.ts";

const approving = (count: number, options: string[]): BallotGroup => ({
  content: { kind: "approve", options },
  count,
});
const ranking = (count: number, ...ranks: string[]): BallotGroup => ({
  content: { kind: "rank", ranks: ranks.map((equals) => [...equals]) },
  count,
});

describe("V3 top 8 of 35 by approval", () => {
  it("gives everything to the largest bloc", () => {
    const named = (letter: string) => Array.from({ length: 8 }, (_, at) => `${letter}0${at + 1}`);
    const options = ["A", "B", "C"].flatMap(named);
    const ballots = [
      approving(60, named("A")),
      approving(25, named("B")),
      approving(15, named("C")),
    ];
    expect(approval.tally({ options, ballots }, { seats: 8 }, NO_RULE).winners).toEqual(named("A"));
  });
});

describe("V4 top 4 and top 3 by approval", () => {
  it.each([
    [[approving(6, [..."ABCD"]), approving(4, [..."EF"])], 4, [..."ABCD"]],
    [[approving(10, [..."ABC"]), approving(6, [..."DE"]), approving(4, ["F"])], 3, [..."ABC"]],
  ])("%#", (ballots, seats, winners) => {
    const profile = { options: [..."ABCDEF"], ballots };
    expect(approval.tally(profile, { seats }, NO_RULE).winners).toEqual(winners);
  });
});

describe("a published example", () => {
  it("elects a, b, c and either d or f (M. Lackner and P. Skowron, 2023, example 2)", () => {
    const ballots = ["ab", "ab", "ab", "ac", "ac", "ac", "ad", "ad", "bcf", "e", "f", "g"];
    const profile = {
      options: [..."abcdefgh"],
      ballots: ballots.map((ballot) => approving(1, [...ballot])),
    };
    const report = approval.tally(profile, { seats: 4 }, NO_RULE);
    expect(report.winners).toEqual(["a", "b", "c"]);
    expect(report.tiedForLast).toEqual(["d", "f"]);
  });
});

describe("approval against a count by hand", () => {
  it("agrees on marks, order and winners", () => {
    fc.assert(
      fc.property(profiles("approve"), fc.integer({ min: 1, max: 4 }), (profile, seats) => {
        const report = approval.tally(profile, { seats }, LOT);
        const single = oneByOne(profile).filter((content) => content.kind === "approve");
        const votes = (option: string) =>
          single.filter(({ options }) => options.includes(option)).length;
        expect(report.detail.marks).toEqual(
          profile.options.map((option) => ({ option, ballots: votes(option) })),
        );
        const lot = LOT.order(profile.options)!;
        const sorted = profile.options
          .filter((option) => votes(option) > 0)
          .sort((a, b) => votes(b) - votes(a) || lot.indexOf(a) - lot.indexOf(b));
        expect(report.winners.toSorted()).toEqual(sorted.slice(0, seats).toSorted());
        const inOrder = report.order.flat().map(votes);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("plurality at large", () => {
  const options = ["A", "B", "C"];

  it("counts a ballot with more marks than seats as invalid, and says so", () => {
    const ballots = [approving(3, ["A", "B"]), approving(2, [...options]), approving(1, ["C"])];
    const report = pluralityAtLarge.tally(
      { options, ballots, invalid: 1 },
      { seats: 2, marks: 0 },
      NO_RULE,
    );
    expect(report.ballots).toEqual({ cast: 7, blank: 0, invalid: 3, counted: 4 });
    expect(report.winners).toEqual(["A", "B"]);
    expect(report.explanation[0]).toEqual({ code: "too-many-marks", ballots: 2, most: 2 });
  });

  it("takes another limit where one was announced", () => {
    const ballots = [approving(2, ["A", "B"])];
    const report = pluralityAtLarge.tally({ options, ballots }, { seats: 2, marks: 1 }, NO_RULE);
    expect(report.ballots.invalid).toBe(2);
    expect(report.detail.vacant).toBe(2);
  });
});

describe("Borda", () => {
  const halves = (profile: Parameters<typeof borda.tally>[0], unranked: "average" | "zero") =>
    borda
      .tally(profile, { seats: 1, unranked }, NO_RULE)
      .detail.halfPoints.map(({ halfPoints }) => halfPoints);

  it("gives m − 1, m − 2 … 0", () => {
    expect(halves({ options: [..."ABC"], ballots: [ranking(1, "B", "C", "A")] }, "zero")).toEqual([
      0, 4, 2,
    ]);
  });

  it("shares the places of equal options, and those of options left out", () => {
    const ballots = [ranking(1, "AB"), ranking(1, "C")];
    expect(halves({ options: [..."ABCD"], ballots }, "average")).toEqual([
      5 + 2,
      5 + 2,
      1 + 6,
      1 + 2,
    ]);
    expect(halves({ options: [..."ABCD"], ballots }, "zero")).toEqual([5, 5, 6, 0]);
  });

  it("gives every ballot the same sum where options left out share the rest", () => {
    fc.assert(
      fc.property(profiles("rank"), (profile) => {
        const report = borda.tally(profile, { seats: 1, unranked: "average" }, LOT);
        const sum = report.detail.halfPoints.reduce((all, { halfPoints }) => all + halfPoints, 0);
        const size = profile.options.length;
        expect(sum).toBe(report.ballots.counted * size * (size - 1));
      }),
    );
  });

  it("is the sum of the leads over every other option (with all ranked, as Condorcet's matrix)", () => {
    fc.assert(
      fc.property(profiles("rank"), (profile) => {
        const report = borda.tally(profile, { seats: 1, unranked: "average" }, LOT);
        const single = oneByOne(profile).flatMap((content) =>
          content.kind === "rank" ? [content.ranks] : [],
        );
        for (const { option, halfPoints } of report.detail.halfPoints) {
          let naive = 0;
          for (const ranks of single) {
            const rankOf = (it: string) => {
              const at = ranks.findIndex((equals) => equals.includes(it));
              return at === -1 ? ranks.length : at;
            };
            for (const other of profile.options) {
              if (other === option) continue;
              naive += 1 + Math.sign(rankOf(other) - rankOf(option));
            }
          }
          expect(halfPoints).toBe(naive);
        }
      }),
      { numRuns: 500 },
    );
  });
});
