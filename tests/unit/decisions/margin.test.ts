import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carries, type Majority } from "#domain/decisions/majority.ts";
import { marginOf } from "#domain/decisions/margin.ts";
import type { ResolutionCounts } from "#domain/decisions/options.ts";

const counts = (votesFor: number, against: number, abstain: number): ResolutionCounts => ({
  for: votesFor,
  against,
  abstain,
});

describe("the margin", () => {
  it.each([
    ["one changed mind makes a tie", "simple", counts(51, 49, 0), false, { changed: 1, added: 2 }],
    ["a tie falls to one vote", "simple", counts(50, 50, 7), false, { changed: 1, added: 1 }],
    [
      "three quarters, just",
      "three_quarters",
      counts(750, 250, 100),
      false,
      { changed: 1, added: 1 },
    ],
    [
      "three quarters, just not",
      "three_quarters",
      counts(749, 251, 0),
      false,
      { changed: 1, added: 4 },
    ],
    ["nobody spoke", "simple", counts(0, 0, 10), false, { changed: 1, added: 1 }],
    ["nobody voted", "simple", counts(0, 0, 0), false, { added: 1 }],
    ["a tie that the chair carried", "simple", counts(5, 5, 0), true, { changed: 1, added: 1 }],
  ] as const)("%s", (_, majority, votes, tieCarries, margin) => {
    expect(marginOf(majority, votes, tieCarries, 1_000)).toEqual(margin);
  });

  it("is silent where too few were left to turn it", () => {
    expect(marginOf("simple", counts(90, 5, 0), false, 84)).toEqual({ changed: 43 });
    expect(marginOf("simple", counts(90, 5, 0), false, 85)).toEqual({ changed: 43, added: 85 });
  });
});

describe("the margin against brute force", () => {
  const votes = fc.record({
    majority: fc.constantFrom<Majority>("simple", "three_quarters", "four_fifths"),
    for: fc.nat(12),
    against: fc.nat(12),
    abstain: fc.nat(12),
    tieCarries: fc.boolean(),
    room: fc.nat(40),
  });

  it("agrees on every way to change or to add votes", () => {
    fc.assert(
      fc.property(votes, ({ majority, tieCarries, room, ...given }) => {
        const margin = marginOf(majority, given, tieCarries, room);
        expect(margin.changed).toBe(fewestChanged(majority, given, tieCarries));
        expect(margin.added).toBe(fewestAdded(majority, given, tieCarries, room));
      }),
      { numRuns: 400 },
    );
  });
});

/** Every outcome that as many voters can produce, and how many of them it takes. */
function fewestChanged(
  majority: Majority,
  given: ResolutionCounts,
  tieCarries: boolean,
): number | undefined {
  const adopted = carries(majority, given, tieCarries);
  const voters = given.for + given.against + given.abstain;
  let fewest: number | undefined;
  for (let votesFor = 0; votesFor <= voters; votesFor += 1) {
    for (let against = 0; votesFor + against <= voters; against += 1) {
      const other = counts(votesFor, against, voters - votesFor - against);
      if (carries(majority, other, tieCarries) === adopted) continue;
      const moved =
        Math.max(0, other.for - given.for) +
        Math.max(0, other.against - given.against) +
        Math.max(0, other.abstain - given.abstain);
      fewest = Math.min(fewest ?? moved, moved);
    }
  }
  return fewest;
}

function fewestAdded(
  majority: Majority,
  given: ResolutionCounts,
  tieCarries: boolean,
  room: number,
): number | undefined {
  const adopted = carries(majority, given, tieCarries);
  for (let added = 1; added <= room; added += 1) {
    for (let votesFor = 0; votesFor <= added; votesFor += 1) {
      const more = { for: given.for + votesFor, against: given.against + added - votesFor };
      if (carries(majority, more, tieCarries) !== adopted) return added;
    }
  }
  return undefined;
}
