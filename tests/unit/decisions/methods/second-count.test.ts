import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irv } from "#domain/decisions/methods/irv.ts";
import { rankedPairs } from "#domain/decisions/methods/ranked-pairs.ts";
import { schulze } from "#domain/decisions/methods/schulze.ts";
import { stv } from "#domain/decisions/methods/stv.ts";
import { comparePairs, matrixOf } from "#domain/decisions/pairwise.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import {
  naiveLayers,
  naiveMatrix,
  naiveRankedPairs,
  naiveStrengths,
} from "../../../support/naive-pairwise.ts";
import { naiveTransfers } from "../../../support/naive-transfers.ts";
import { letters, rankProfiles, strictProfiles } from "../../../support/rank-arbitraries.ts";

const RUNS = { numRuns: 2_000 };
const NONE = tieBreaker({ kind: "none" });

/** Ballots with ties and cut off, and an order that a casting vote could give. */
const counted = rankProfiles(5, 9).chain((profile) =>
  fc.record({
    profile: fc.constant(profile),
    order: fc.shuffledSubarray([...profile.options], { minLength: profile.options.length }),
    seats: fc.integer({ min: 1, max: 4 }),
  }),
);

const rows = (profile: Profile, matrix: Record<string, Record<string, number>>) =>
  profile.options.map((a) => profile.options.map((b) => matrix[a]![b]));

describe("a second, naive count agrees", () => {
  it("on the matrix and the strongest paths of Schulze's method, and on its order", () => {
    fc.assert(
      fc.property(rankProfiles(5, 9), (profile) => {
        const report = schulze.tally(profile, { seats: profile.options.length }, NONE);
        const matrix = naiveMatrix(profile);
        const strengths = naiveStrengths(profile.options, matrix);
        expect(report.detail.matrix).toEqual(rows(profile, matrix));
        expect(report.detail.strengths).toEqual(rows(profile, strengths));
        expect(report.order).toEqual(
          naiveLayers(profile.options, (a, b) => strengths[a]![b]! > strengths[b]![a]!),
        );
      }),
      RUNS,
    );
  });

  it("on the order of Ranked Pairs, with and without a rule for equal victories", () => {
    fc.assert(
      fc.property(counted, ({ profile, order }) => {
        const matrix = naiveMatrix(profile);
        const settings = { seats: profile.options.length };
        const casting = rankedPairs.tally(
          profile,
          settings,
          tieBreaker({ kind: "casting", order }),
        );
        expect(casting.order).toEqual(naiveRankedPairs(profile.options, matrix, order));
        const open = rankedPairs.tally(profile, settings, NONE);
        expect(open.order).toEqual(naiveRankedPairs(profile.options, matrix, undefined));
      }),
      RUNS,
    );
  });

  it.each([
    ["strict ballots", strictProfiles(6, 12)],
    ["ballots that tie", rankProfiles(5, 12)],
  ])("on every total of Scottish STV: %s", (_, profiles) => {
    const cases = fc.record({
      profile: profiles,
      seats: fc.integer({ min: 1, max: 4 }),
      order: fc.shuffledSubarray(letters(6), { minLength: 6 }),
    });
    fc.assert(
      fc.property(cases, ({ profile, seats, order }) => {
        const report = stv.tally(profile, { seats }, tieBreaker({ kind: "casting", order }));
        const naive = naiveTransfers(profile, seats, 100_000n, true, order);
        expect(report.winners.toSorted()).toEqual(naive.elected.toSorted());
        expect(report.detail.rounds.map(({ votes }) => votes)).toEqual(
          naive.rounds.map((round) => profile.options.map((option) => Number(round[option]))),
        );
      }),
      RUNS,
    );
  });

  it("on every round of instant runoff", () => {
    fc.assert(
      fc.property(counted, ({ profile, order }) => {
        const report = irv.tally(profile, {}, tieBreaker({ kind: "casting", order }));
        const naive = naiveTransfers(profile, 1, 1n, false, order);
        expect(report.winners).toEqual(naive.elected);
        expect(report.detail.rounds.map(({ votes }) => votes)).toEqual(
          naive.rounds.map((round) => profile.options.map((option) => Number(round[option]))),
        );
      }),
      RUNS,
    );
  });

  it("on a matrix of more ballots than are compared at once, single and grouped", () => {
    const many = fc.array(rankProfiles(5, 12), { minLength: 300, maxLength: 300 });
    fc.assert(
      fc.property(many, (profiles) => {
        const profile = {
          options: letters(5),
          ballots: profiles.flatMap(({ ballots }) => [...ballots]),
        };
        const { over, size } = comparePairs(profile);
        expect(matrixOf(over, size)).toEqual(rows(profile, naiveMatrix(profile)));
      }),
      { numRuns: 5 },
    );
  });

  it("on a matrix of more options than a byte has ranks for", () => {
    const options = Array.from({ length: 200 }, (_, at) => `o${at}`);
    const reversed = options.toReversed();
    const profile: Profile = {
      options,
      ballots: [options, reversed, reversed, reversed.slice(0, 150)].map((order) => ({
        content: { kind: "rank", ranks: order.map((option) => [option]) },
        count: 1,
      })),
    };
    const { over, size } = comparePairs(profile);
    expect([over[1], over[size], over[198 * size + 199], over[0]]).toEqual([1, 2, 1, 0]);
    expect(over[199 * size]).toBe(3);
  });
});
