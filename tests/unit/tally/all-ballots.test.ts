import { expect, it } from "vitest";
import { type BallotContent, STANCES } from "#domain/decisions/ballot.ts";
import { packBallots, unpackBallots } from "#domain/decisions/packed-ballots.ts";
import type { BallotGroup } from "#domain/decisions/profile.ts";
import { METHODS } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { letters } from "../../support/rank-arbitraries.ts";

/**
 * Every ballot there is over some options, each once: all of them different, and by symmetry every
 * number of the count is known beforehand.
 */
const NONE = tieBreaker({ kind: "none" });

/** A profile in bytes of the ballots from 0 to before `number`. */
function packed(options: string[], number: number, ballot: (at: number) => BallotContent) {
  function* all(): Iterable<BallotGroup> {
    for (let at = 0; at < number; at += 1) yield { content: ballot(at), count: 1 };
  }
  return unpackBallots(packBallots(options, all()));
}

/** The digits of a number in a base, one for each option. */
function digits(options: string[], at: number, base: number): [string, number][] {
  let rest = at;
  return options.map((option) => {
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return [option, digit];
  });
}

it("counts a million different approvals", () => {
  const options = letters(20);
  const profile = packed(options, 2 ** 20, (set) => ({
    kind: "approve",
    options: options.filter((_, place) => (set >>> place) & 1),
  }));
  const { ballots, detail, tiedForLast } = METHODS.approval.tally(profile, { seats: 8 }, NONE);
  expect(ballots).toEqual({ cast: 2 ** 20, blank: 1, invalid: 0, counted: 2 ** 20 - 1 });
  expect(detail.marks.map((it) => it.ballots)).toEqual(options.map(() => 2 ** 19));
  expect(tiedForLast).toEqual(options);
}, 30_000);

it("counts 65,536 different ballots with grades", () => {
  const options = letters(8);
  const profile = packed(options, 4 ** 8, (at) => ({
    kind: "grade",
    grades: Object.fromEntries(digits(options, at, 4)),
  }));
  const settings = { seats: 1, grades: 4 };
  const { ballots, detail, order } = METHODS["majority-judgment"].tally(profile, settings, NONE);
  expect(ballots.counted).toBe(4 ** 8);
  for (const { grades, median } of detail.profiles) {
    expect([grades, median]).toEqual([[4 ** 7, 4 ** 7, 4 ** 7, 4 ** 7], 1]);
  }
  expect(order).toEqual([options]);
}, 30_000);

it("counts 59,049 different ballots on each of ten candidates", () => {
  const options = letters(10);
  const profile = packed(options, 3 ** 10, (at) => ({
    kind: "per-option",
    choices: Object.fromEntries(
      digits(options, at, 3).map(([option, digit]) => [option, STANCES[digit]!]),
    ),
  }));
  const { detail, winners } = METHODS["per-candidate"].tally(
    profile,
    { seats: 2, terms: [] },
    NONE,
  );
  const third = 3 ** 9;
  for (const votes of detail.candidates) {
    expect(votes).toMatchObject({ for: third, against: third, abstain: third, eligible: false });
  }
  expect(winners).toEqual([]);
}, 30_000);

it("counts all 362,880 orders of nine options", () => {
  const options = letters(9);
  const number = 362_880;
  const profile = packed(options, number, (at) => {
    const waiting = [...options];
    let rest = at;
    const ranks = options.map(() => {
      const left = waiting.length;
      const [option] = waiting.splice(rest % left, 1);
      rest = Math.floor(rest / left);
      return [option!];
    });
    return { kind: "rank", ranks };
  });
  const { detail, order } = METHODS.schulze.tally(profile, { seats: 1 }, NONE);
  const cells = detail.matrix.flatMap((row, a) => row.filter((_, b) => a !== b));
  expect(new Set(cells)).toEqual(new Set([number / 2]));
  expect(order).toEqual([options]);
}, 30_000);
