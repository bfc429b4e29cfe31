import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import { FEW, gatherBallots } from "#domain/decisions/gather-ballots.ts";
import { packBallots, unpackBallots } from "#domain/decisions/packed-ballots.ts";
import { groupBallots } from "#domain/decisions/profile.ts";
import { sortBallots } from "#domain/decisions/sort-ballots.ts";

const OPTIONS = ["b", "a", "10", "9", "é", "ab"];
const DEFINITION = { shape: "rank", options: OPTIONS } as const;

const content: fc.Arbitrary<BallotContent> = fc.oneof(
  fc.constant({ kind: "blank" as const }),
  fc
    .shuffledSubarray(OPTIONS, { minLength: 1 })
    .map((options) => ({ kind: "rank" as const, ranks: options.map((option) => [option]) })),
);

/** As many different rankings of ten options as are wanted. */
const TEN = Array.from({ length: 10 }, (_, at) => `option ${at}`);
function* different(count: number): Generator<BallotContent> {
  for (let at = 0; at < count; at += 1) {
    const left = [...TEN];
    let rest = at * 7_919;
    const ranks = TEN.map(() => {
      const [option] = left.splice(rest % left.length, 1);
      rest = Math.floor(rest / (left.length + 1));
      return [option!];
    });
    yield { kind: "rank", ranks };
  }
}

describe("sorted ballots", () => {
  it("are equal ones together in the order of their texts, as when they are grouped as objects", () => {
    fc.assert(
      fc.property(fc.array(content), fc.nat(), (contents, invalid) => {
        const packed = packBallots(
          OPTIONS,
          contents.map((it) => ({ content: it, count: 1 })),
          invalid,
        );
        const sorted = unpackBallots(sortBallots(packed));
        expect([...sorted.ballots]).toEqual(groupBallots(OPTIONS, contents).ballots);
        expect(sorted.invalid).toBe(invalid);
      }),
      { numRuns: 200 },
    );
  });

  it("are the same where they are too many to be sorted at once", () => {
    const contents = [...different(4_000), ...different(1_000)];
    const packed = packBallots(
      TEN,
      contents.map((it) => ({ content: it, count: 1 })),
    );
    const sorted = [...unpackBallots(sortBallots(packed, 100)).ballots];
    const texts = sorted.map((group) => encodeBallot(group.content));
    expect(texts).toEqual([...new Set(contents.map(encodeBallot))].sort());
    expect(sorted.filter(({ count }) => count === 2)).toHaveLength(1_000);
    expect(sorted.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  });
});

describe("gathered ballots", () => {
  it("are all there, equal ones together, and what says nothing allowed is invalid", () => {
    fc.assert(
      fc.property(fc.array(content), (contents) => {
        const gatherer = gatherBallots({ ...DEFINITION, options: [...OPTIONS] });
        for (const it of contents) gatherer.add(encodeBallot(it));
        gatherer.add(undefined);
        gatherer.add("invalid", 3);
        gatherer.add('{"kind":"rank","ranks":[["nobody"]]}');
        const gathered = gatherer.gathered();
        expect(gathered.invalid).toBe(5);
        const ballots = [...groupBallots(OPTIONS, contents).ballots];
        expect(gathered.groups).toBe(ballots.length);
        expect([...unpackBallots(sortBallots(gathered)).ballots]).toEqual(ballots);
      }),
      { numRuns: 200 },
    );
  });

  it("are all there where they are many and different", () => {
    const gatherer = gatherBallots({ shape: "rank", options: TEN });
    const texts = [...different(3 * FEW)].map(encodeBallot);
    for (const text of [...texts, ...texts]) gatherer.add(text);
    const groups = [...unpackBallots(sortBallots(gatherer.gathered())).ballots];
    expect(groups.map((group) => encodeBallot(group.content))).toEqual([...new Set(texts)].sort());
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(6 * FEW);
  });
});
