import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalShares } from "#domain/decisions/methods/equal-shares.ts";
import type { Offer } from "#domain/decisions/methods/purses.ts";
import { type Run, runShares } from "#domain/decisions/methods/shares-run.ts";
import { readSupporters, undividedClasses } from "#domain/decisions/methods/supporters.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import { type TieBreaker, tieBreaker } from "#domain/decisions/tie.ts";
import { exactFraction } from "#domain/kernel/exact-fraction.ts";
import { naiveEqualShares } from "../../../support/naive-equal-shares.ts";
import {
  LOT,
  NO_RULE,
  oneByOne,
  profiles,
  type SmallProfile,
} from "../../../support/tally-profiles.ts";

const numbered = (letter: string, many: number) =>
  Array.from({ length: many }, (_, at) => `${letter}${String(at + 1).padStart(2, "0")}`);

function blocs(blocs: [voters: number, approved: string[]][], options?: string[]): Profile {
  return {
    options: options ?? blocs.flatMap(([, approved]) => approved),
    ballots: blocs.map(([voters, approved]) => ({
      content: { kind: "approve", options: approved },
      count: voters,
    })),
  };
}

const byId = (options: readonly string[]) =>
  tieBreaker({ kind: "casting", order: options.toSorted() });
const tally = (profile: Profile, seats: number, tie: TieBreaker, parts = 1_000) =>
  equalShares.tally(profile, { seats, parts }, tie);
const fractionOf = (num: number, den: number) => ({ num: String(num), den: String(den) });

describe("V3 from 35 to 8", () => {
  const [a, b, c] = [numbered("A", 12), numbered("B", 12), numbered("C", 11)];
  const options = [...a, ...b, ...c];
  const profile = blocs(
    [
      [60, a.slice(0, 8)],
      [25, b.slice(0, 8)],
      [15, c.slice(0, 8)],
    ],
    options,
  );
  const winners = ["A01", "A02", "A03", "A04", "A05", "B01", "B02", "C01"];

  it("chooses five, two and one", () => {
    const report = tally(profile, 8, byId(options));
    expect(report.winners.toSorted()).toEqual(winners);
    expect(report.detail.end).toBe("seats-filled");
    expect(report.detail.firstPurse).toEqual(fractionOf(2, 25));
    // The fifth A needs 60 purses to hold 5: more than 0.0833; 42 thousandths of 0.08 more make 0.08336.
    expect(report.detail.steps).toBe("42");
    expect(report.detail.purse).toEqual(fractionOf(521, 6_250));
  });

  it("does so at 0.084 where purses grow by hundredths", () => {
    const report = tally(profile, 8, byId(options), 100);
    expect(report.winners.toSorted()).toEqual(winners);
    expect(report.detail.purse).toEqual(fractionOf(21, 250));
  });

  it("buys seven before purses are raised: four, two, one", () => {
    const rounds = naiveEqualShares({ profile, seats: 8, tie: byId(options), raise: false }).bought;
    expect(rounds.toSorted()).toEqual(["A01", "A02", "A03", "A04", "B01", "B02", "C01"]);
  });

  it("shares five, two and one whatever the lot says", () => {
    const drawn = tally(profile, 8, LOT);
    const of = (letter: string) => drawn.winners.filter((option) => option.startsWith(letter));
    expect([of("A"), of("B"), of("C")].map(({ length }) => length)).toEqual([5, 2, 1]);
    expect(drawn.ties[0]).toMatchObject({ round: 1, rule: "lot", between: a.slice(0, 8) });
  });

  it("says that nothing settles it where ties stay ties", () => {
    const report = tally(profile, 8, NO_RULE);
    expect(report.winners).toEqual([]);
    expect(report.tiedForLast).toEqual(a.slice(0, 8));
    expect(report.ties).toEqual([
      { place: "bought", round: 1, between: a.slice(0, 8), rule: "none", fell: "unsettled" },
    ]);
  });
});

describe("V4 small", () => {
  it("completes by approvals where the next raise would buy too many", () => {
    const profile = blocs([
      [6, ["A", "B", "C", "D"]],
      [4, ["E", "F"]],
    ]);
    const report = tally(profile, 4, byId(profile.options));
    expect(report.winners.toSorted()).toEqual(["A", "B", "C", "E"]);
    expect(report.detail.rounds.map(({ option }) => option)).toEqual(["A", "B", "E"]);
    expect(report.detail.completed).toEqual(["C"]);
    expect(report.detail.end).toBe("overshoot");
    expect(report.detail.steps).toBe("249");
    expect(report.ties.at(-1)).toMatchObject({ place: "seat", between: ["C", "D"] });
  });

  it("raises purses until a minority can pay: A, B, D", () => {
    const profile = blocs([
      [10, ["A", "B", "C"]],
      [6, ["D", "E"]],
      [4, ["F"]],
    ]);
    const report = tally(profile, 3, byId(profile.options));
    expect(report.winners.toSorted()).toEqual(["A", "B", "D"]);
    expect(report.detail.completed).toEqual([]);
  });
});

/**
 * Published without the completion used here: what is bought with the first purses. The voters are
 * those of M. Lackner and P. Skowron, "Multi-Winner Voting with Approval Preferences" (Springer,
 * 2023), examples 1 and 11, and of the tests of their library abcvoting (github.com/martinlackner/
 * abcvoting, tests/test_abcrules.py, "without 2nd phase").
 */
describe("published examples", () => {
  function withFirstPurses(profile: Profile, seats: number): Run {
    const supporters = readSupporters(profile);
    const purse = { at: BigInt(seats), growth: BigInt(seats) };
    return runShares(supporters, NO_RULE, {
      classes: undividedClasses(supporters),
      purses: { price: BigInt(supporters.ballots.counted), left: [purse] },
      most: seats + 1,
    });
  }
  const approving = (options: string, ballots: string[]): Profile =>
    blocs(
      ballots.map((ballot): [number, string[]] => [1, [...ballot]]),
      [...options],
    );

  it("buys a at an eighth for each of eight voters, and nothing else (example 11)", () => {
    const ballots = ["ab", "ab", "ab", "ac", "ac", "ac", "ad", "ad", "bcf", "e", "f", "g"];
    const { purchases, purses } = withFirstPurses(approving("abcdefgh", ballots), 4);
    expect(purchases.map(({ offer }) => offer.option)).toEqual([0]);
    const [{ level, den }] = purchases.map(({ offer }) => offer) as [Offer];
    expect(exactFraction(level.at, den)).toEqual(fractionOf(1, 8));
    const left = purses.left.map(({ at }) => exactFraction(at, purses.price));
    expect(left).toEqual([fractionOf(1, 3), fractionOf(5, 24)]);
  });

  it.each([
    ["ABCDE", ["ABC", "ABC", "ABC", "ABC", "ABC", "AB", "DE", "DE", "D"], 3, "ABD"],
    ["ABCDEF", ["ADEF", "BC", "ACF", "C", "ABCDE", "ADE", "ACE", "AB"], 4, "AC"],
    ["ABCD", ["ABD", "AB", "AB", "AD", "CD"], 2, "A"],
    ["ABCD", ["A", "B", "C", "D"], 2, ""],
  ])("buys of %s, by %j, for %i: %s", (options, ballots, seats, bought) => {
    const { purchases } = withFirstPurses(approving(options, ballots), seats);
    const names = purchases.map(({ offer }) => options[offer.option]);
    expect(names.toSorted()).toEqual([...bought]);
  });
});

describe("what supporters pay", () => {
  const sumOf = (parts: { num: string; den: string }[]) => {
    const common = parts.reduce((product, { den }) => product * BigInt(den), 1n);
    const sum = parts.reduce((all, { num, den }) => all + (BigInt(num) * common) / BigInt(den), 0n);
    return { sum, common };
  };

  it("adds up to the price, for every supporter", () => {
    fc.assert(
      fc.property(
        profiles("approve", { most: 7 }),
        fc.integer({ min: 1, max: 5 }),
        (profile, seats) => {
          for (const bill of tally(profile, seats, LOT).detail.rounds) {
            const each = Array.from({ length: bill.inFull }, () => bill.each);
            const { sum, common } = sumOf([...each, bill.emptiedPaid]);
            expect(sum).toBe(common);
            expect(bill.inFull + bill.emptied + bill.penniless).toBe(bill.supporters);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("leaves what was not bought short of its price", () => {
    fc.assert(
      fc.property(profiles("approve"), fc.integer({ min: 1, max: 5 }), (profile, seats) => {
        for (const { money } of tally(profile, seats, LOT).detail.notBought) {
          expect(BigInt(money.num)).toBeLessThan(BigInt(money.den));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("equal shares against a naive count that raises purses step by step", () => {
  it.each([1, 7, 60])("agrees in every round, by parts of 1/%i", (parts) => {
    fc.assert(
      fc.property(
        profiles("approve", { most: 7, ballots: 14 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (profile, seats, drawn) => {
          const tie = drawn ? LOT : NO_RULE;
          const report = tally(profile, seats, tie, parts);
          const naive = naiveEqualShares({ profile, seats, tie, parts });
          expect(report.detail.rounds.map(({ option }) => option)).toEqual(naive.bought);
          expect(report.detail.rounds.map(({ each }) => each)).toEqual(naive.prices);
          expect(report.detail.steps).toBe(String(naive.steps));
          expect(report.winners).toEqual(naive.winners);
          expect(report.tiedForLast).toEqual(naive.tiedForLast);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("extended justified representation", () => {
  it("holds for every group that agrees on something", () => {
    fc.assert(
      fc.property(
        profiles("approve", { most: 6, ballots: 14 }),
        fc.integer({ min: 1, max: 6 }),
        (profile, seats) => {
          const { winners } = tally(profile, seats, LOT);
          expect(underrepresented(profile, seats, winners)).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it("finds that top-k approval breaks it, so the check can fail", () => {
    const profile = blocs([
      [6, ["A", "B", "C", "D"]],
      [4, ["E", "F"]],
    ]) as SmallProfile;
    expect(underrepresented(profile, 4, ["A", "B", "C", "D"])).toContainEqual(["E"]);
  });
});

/**
 * Every set T of options such that the voters who approve all of T, and have fewer than |T| elected
 * options each, are at least |T| / seats of all.
 */
function underrepresented(profile: SmallProfile, seats: number, winners: string[]): string[][] {
  const voters = oneByOne(profile).flatMap((content) =>
    content.kind === "approve" ? [content.options] : [],
  );
  const subsets = profile.options.reduce<string[][]>(
    (all, option) => [...all, ...all.map((some) => [...some, option])],
    [[]],
  );
  return subsets.filter((some) => {
    const left = voters.filter(
      (approved) =>
        some.every((option) => approved.includes(option)) &&
        approved.filter((option) => winners.includes(option)).length < some.length,
    );
    return left.length > 0 && some.length > 0 && left.length * seats >= some.length * voters.length;
  });
}

describe("the margin of equal shares", () => {
  it("is a number of ballots that does elect a loser", () => {
    fc.assert(
      fc.property(
        profiles("approve", { least: 2 }),
        fc.integer({ min: 1, max: 3 }),
        (profile, seats) => {
          const { winners, margin, ballots } = tally(profile, seats, LOT);
          const losers = profile.options.filter((option) => !winners.includes(option));
          if (margin.changed === undefined || ballots.counted === 0) return;
          const elected = losers.some((loser) => {
            const changed = changedTo(profile, loser, margin.changed!);
            return tally(changed, seats, LOT).winners.includes(loser);
          });
          expect(elected).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  function changedTo(profile: SmallProfile, loser: string, many: number): SmallProfile {
    let left = many;
    const ballots = oneByOne(profile).map((content) => {
      const says = content.kind === "approve" && !(content.options.join() === loser);
      if (!says || left === 0) return { content, count: 1 };
      left -= 1;
      return { content: { kind: "approve" as const, options: [loser] }, count: 1 };
    });
    return { ...profile, ballots };
  }
});

describe("large and strange profiles", () => {
  it("passes over millions of steps that change nothing", () => {
    const options = numbered("P", 42);
    const report = equalShares.tally(
      blocs(options.map((option) => [1, [option]])),
      { seats: 1, parts: 1_000_000 },
      LOT,
    );
    // Nobody can pay until a purse holds the whole price, and then everybody can: approvals decide.
    expect(report.detail).toMatchObject({ rounds: [], end: "overshoot", steps: "40999999" });
    expect(report.winners).toEqual(LOT.order(options)!.slice(0, 1));
  });

  it("leaves seats vacant rather than elect what nobody approves", () => {
    const profile = blocs([[3, ["A"]]], ["A", "B", "C"]);
    const report = tally(profile, 2, LOT);
    expect(report.winners).toEqual(["A"]);
    expect(report.detail).toMatchObject({ end: "all-bought", vacant: 1 });
  });

  it.each([0, 5])("elects nobody where %i ballots are all blank", (blank) => {
    const ballots = [{ content: { kind: "blank" as const }, count: blank }];
    const report = tally({ options: ["A", "B"], ballots }, 1, LOT);
    expect(report.winners).toEqual([]);
    expect(report.ties).toEqual([]);
    expect(report.detail.vacant).toBe(1);
  });

  it("is exact for counts near 2^53", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const profile = blocs([
      [(most - 1) / 2, ["A"]],
      [(most - 1) / 2 + 1, ["B"]],
    ]);
    const report = tally(profile, 1, LOT);
    expect(report.winners).toEqual(["B"]);
  });
});
