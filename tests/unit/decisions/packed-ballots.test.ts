import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { packBallots, unpackBallots } from "#domain/decisions/packed-ballots.ts";
import type { BallotGroup } from "#domain/decisions/profile.ts";

const OPTIONS = Array.from({ length: 300 }, (_, at) => `option ${at}`);
const some = fc.subarray(OPTIONS, { minLength: 1, maxLength: 9 });

const content: fc.Arbitrary<BallotContent> = fc.oneof(
  fc.constant({ kind: "blank" as const }),
  fc.constantFrom(...OPTIONS).map((option) => ({ kind: "choice" as const, option })),
  some.map((options) => ({ kind: "approve" as const, options })),
  some.map((options) => ({
    kind: "rank" as const,
    ranks: [options.slice(0, 2), ...options.slice(2).map((option) => [option])],
  })),
  some.map((options) => ({
    kind: "grade" as const,
    grades: Object.fromEntries(options.map((option, at) => [option, at * 50])),
  })),
  some.map((options) => ({
    kind: "per-option" as const,
    choices: Object.fromEntries(
      options.map((option, at) => [option, (["for", "against", "abstain"] as const)[at % 3]!]),
    ),
  })),
);
const groups = fc.array(fc.record({ content, count: fc.maxSafeNat() }));

describe("packed ballots", () => {
  it("come out as they went in, as often as they are walked", () => {
    fc.assert(
      fc.property(groups, fc.nat(), (ballots, invalid) => {
        const profile = unpackBallots(packBallots(OPTIONS, ballots, invalid));
        expect([...profile.ballots]).toEqual(ballots);
        expect([...profile.ballots]).toEqual(ballots);
        expect(profile.invalid).toBe(invalid);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, BallotGroup]>([
    ["an unknown option", { content: { kind: "choice", option: "nobody" }, count: 1 }],
    ["half a ballot", { content: { kind: "blank" }, count: 0.5 }],
    ["a count past 2^53 − 1", { content: { kind: "blank" }, count: 2 ** 53 }],
  ])("refuse %s", (_, group) => {
    expect(() => packBallots(OPTIONS, [group])).toThrow(RangeError);
  });

  it("refuse bytes that break off", () => {
    const packed = packBallots(OPTIONS, [
      { content: { kind: "choice", option: "option 0" }, count: 1 },
    ]);
    const broken = unpackBallots({ ...packed, bytes: packed.bytes.slice(0, -1) });
    expect(() => [...broken.ballots]).toThrow(/break off/);
  });
});
