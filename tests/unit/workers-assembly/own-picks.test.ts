import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalShares } from "#domain/decisions/methods/equal-shares.ts";
import type { BallotGroup } from "#domain/decisions/profile.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { ownPicks } from "#domain/workers-assembly/own-picks.ts";
import { readPicks, writePicks } from "#domain/workers-assembly/shortlist.ts";

const OPTIONS = Array.from({ length: 9 }, (_, at) => `p0${at + 1}`);

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
    // Rules 7, V4: shares buy one of the ten's, completion another, and one of the six's.
    const report = count(
      [approve(["p01", "p02", "p03"], 10), approve(["p04", "p05"], 6), approve(["p06"], 4)],
      3,
    );
    const [first, second] = report.winners as [string, string];
    const { fates } = ownPicks(report, [first, second, "p06"]);
    expect(fates[0]).toMatchObject({ option: first, place: 1, byApprovals: false });
    expect(fates[1]).toMatchObject({ option: second, place: 2, paid: { num: "0", den: "1" } });
    expect(fates[1]!.byApprovals).toBe(true);
    expect(fates[2]).not.toHaveProperty("place");
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
    expect(readPicks("#picks=p02.<b>.p02.p1.__proto__.p01")).toEqual(["p01", "p02"]);
  });
});
