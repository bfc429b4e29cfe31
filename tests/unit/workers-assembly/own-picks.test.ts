import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalShares } from "#domain/decisions/methods/equal-shares.ts";
import type { BallotGroup } from "#domain/decisions/profile.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { ownPicks } from "#domain/workers-assembly/own-picks.ts";
import { readPicks, writePicks } from "#domain/workers-assembly/shortlist.ts";

const OPTIONS = Array.from({ length: 9 }, (_, at) => `P0${at + 1}`);

const ballots = fc.array(
  fc.record({
    content: fc
      .subarray(OPTIONS, { minLength: 1, maxLength: 6 })
      .map((options) => ({ kind: "approve" as const, options })),
    count: fc.integer({ min: 1, max: 7 }),
  }),
  { minLength: 1, maxLength: 8 },
);

const count = (groups: BallotGroup[], seats: number) =>
  equalShares.tally(
    { options: OPTIONS, ballots: groups },
    { seats, parts: 1_000 },
    tieBreaker({ kind: "lot", seed: "PALABRE|test" }),
  );

describe("what became of one's own picks", () => {
  it("adds up: what all ballots paid for a place is its price, and no purse pays twice", () => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 5 }), (groups, seats) => {
        const report = count(groups, seats);
        const own = groups.map(({ content, count: voters }) => {
          return { voters, ...ownPicks(report, content.options) };
        });
        for (const { option } of report.detail.rounds) {
          let num = 0n;
          let den = 1n;
          for (const { voters, fates } of own) {
            const paid = fates.find((fate) => fate.option === option)?.paid ?? {
              num: "0",
              den: "1",
            };
            num = num * BigInt(paid.den) + BigInt(voters) * BigInt(paid.num) * den;
            den *= BigInt(paid.den);
          }
          expect(num).toBe(den);
        }
        expect(own.every(({ left }) => BigInt(left.num) >= 0n)).toBe(true);
      }),
    );
  });

  it("tells the place of what was chosen, and what approvals completed", () => {
    const approve = (options: string[], voters: number): BallotGroup => ({
      content: { kind: "approve", options },
      count: voters,
    });
    // Rules 7, V4: two of the ten's, and one of the six's.
    const report = count(
      [approve(["P01", "P02", "P03"], 10), approve(["P04", "P05"], 6), approve(["P06"], 4)],
      3,
    );
    const { fates } = ownPicks(report, [...report.winners, "P06"]);
    expect(fates.map(({ place }) => place)).toEqual([1, 2, 3, undefined]);
    expect(fates.filter(({ byApprovals }) => byApprovals).map(({ option }) => option)).toEqual(
      report.detail.completed,
    );
    const blank = ownPicks(report, []);
    expect(blank).toEqual({
      fates: [],
      purse: { num: "0", den: "1" },
      left: { num: "0", den: "1" },
    });
  });
});

describe("a shortlist on its way to another device", () => {
  it("comes back as it was, whatever order it was made in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(OPTIONS), (options) => {
        const picks = options.toSorted();
        expect(readPicks(writePicks(options))).toEqual(picks);
      }),
    );
  });

  it("holds nothing that is no option", () => {
    expect(readPicks("#list")).toBeUndefined();
    expect(readPicks("#picks=P02.<b>.P02.P1.__proto__.P01")).toEqual(["P01", "P02"]);
  });
});
