import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irv } from "#domain/decisions/methods/irv.ts";
import { rankedPairs } from "#domain/decisions/methods/ranked-pairs.ts";
import { schulze } from "#domain/decisions/methods/schulze.ts";
import { stv } from "#domain/decisions/methods/stv.ts";
import type { BallotGroup, Profile } from "#domain/decisions/profile.ts";
import { type TieBreaker, tieBreaker } from "#domain/decisions/tie.ts";
import { naiveMatrix, smithSet } from "../../../support/naive-pairwise.ts";
import {
  rankProfiles,
  renamed,
  singleRankings,
  strictProfiles,
} from "../../../support/rank-arbitraries.ts";

const RUNS = { numRuns: 500 };
const NONE = tieBreaker({ kind: "none" });

type Tally = (
  profile: Profile,
  seats: number,
  tie?: TieBreaker,
) => ReturnType<
  typeof schulze.tally | typeof rankedPairs.tally | typeof stv.tally | typeof irv.tally
>;
const bySchulze: Tally = (profile, seats, tie = NONE) => schulze.tally(profile, { seats }, tie);
const byRankedPairs: Tally = (profile, seats, tie = NONE) =>
  rankedPairs.tally(profile, { seats }, tie);
const byStv: Tally = (profile, seats, tie = NONE) => stv.tally(profile, { seats }, tie);
const byIrv: Tally = (profile, _seats, tie = NONE) => irv.tally(profile, {}, tie);
const ALL: [string, Tally][] = [
  ["Schulze", bySchulze],
  ["Ranked Pairs", byRankedPairs],
  ["STV", byStv],
  ["IRV", byIrv],
];
const CONDORCET: [string, Tally][] = ALL.slice(0, 2);

/** A profile, its ballots alone and in another order, and its options in another order. */
const shuffled = rankProfiles(5, 9).chain((profile) => {
  const singles = [...profile.ballots].flatMap(({ content, count }): BallotGroup[] =>
    Array.from({ length: count }, () => ({ content, count: 1 })),
  );
  const { length } = profile.options;
  return fc.record({
    profile: fc.constant(profile),
    ballots: fc.shuffledSubarray(singles, { minLength: singles.length }),
    other: fc.shuffledSubarray([...profile.options], { minLength: length }),
    seats: fc.integer({ min: 1, max: 3 }),
  });
});

describe.each(ALL)("%s", (_, tally) => {
  it("is anonymous: ballots in another order and grouping give the same bytes", () => {
    fc.assert(
      fc.property(shuffled, ({ profile, ballots, seats }) => {
        const lot = tieBreaker({ kind: "lot", seed: "s" });
        const regrouped = { options: profile.options, ballots };
        expect(JSON.stringify(tally(regrouped, seats, lot))).toBe(
          JSON.stringify(tally(profile, seats, lot)),
        );
      }),
      RUNS,
    );
  });

  it("is neutral: other names and another list change nothing but names", () => {
    fc.assert(
      fc.property(shuffled, ({ profile, other, seats }) => {
        const names = new Map(profile.options.map((option, at) => [option, other[at]!]));
        const swapped = { ...renamed(profile, names), options: profile.options };
        const [before, after] = [tally(profile, seats), tally(swapped, seats)];
        const name = (options: readonly string[] = []) =>
          options.map((option) => names.get(option)!).toSorted();
        expect(after.winners.toSorted()).toEqual(name(before.winners));
        expect((after.tiedForLast ?? []).toSorted()).toEqual(name(before.tiedForLast));
        expect(after.order.map((group) => group.toSorted())).toEqual(before.order.map(name));
      }),
      RUNS,
    );
  });

  it("reports numbers that JSON holds exactly, and every option once in the order", () => {
    fc.assert(
      fc.property(shuffled, ({ profile, seats }) => {
        const report = tally(profile, seats);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(report.order.flat().toSorted()).toEqual([...profile.options]);
        expect(report.winners.length).toBeLessThanOrEqual(Math.max(seats, 1));
        expect(allNumbers(report).every(Number.isSafeInteger)).toBe(true);
      }),
      RUNS,
    );
  });

  it("never leaves a place open after a lot", () => {
    fc.assert(
      fc.property(shuffled, ({ profile, seats }) => {
        const report = tally(profile, seats, tieBreaker({ kind: "lot", seed: "s" }));
        const electable = report.ballots.counted > 0 ? profile.options.length : 0;
        expect(report.winners).toHaveLength(Math.min(report.seats!, electable));
        expect(report.tiedForLast).toBeUndefined();
        expect(report.ties.every(({ fell }) => fell !== "unsettled")).toBe(true);
      }),
      RUNS,
    );
  });

  it("knows a margin that is true: some ballots, changed, bring other winners", () => {
    const few = rankProfiles(3, 4).filter((profile) => singleRankings(profile).length <= 6);
    fc.assert(
      fc.property(few, (profile) => {
        const report = tally(profile, 1);
        const { changed, exact } = report.margin;
        if (changed === undefined || changed > 2 || report.ballots.counted === 0) return;
        const won = (winners: string[]) => winners.length > 0 && winners[0] !== report.winners[0];
        expect(turnsWith(profile, changed, (other) => won(tally(other, 1).winners))).toBe(true);
        if (!exact || changed === 1) return;
        expect(turnsWith(profile, changed - 1, (other) => won(tally(other, 1).winners))).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(CONDORCET)("%s", (_, tally) => {
  it("elects the option that beats everyone, and nobody from outside the Smith set", () => {
    fc.assert(
      fc.property(rankProfiles(5, 9), (profile) => {
        const smith = smithSet(profile.options, naiveMatrix(profile));
        const [first = []] = tally(profile, 1).order;
        expect(first.filter((option) => !smith.includes(option))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("is monotone: a ballot that raises a winner keeps it first", () => {
    const raised = rankProfiles(5, 9).filter(({ ballots }) => [...ballots].length > 0);
    fc.assert(
      fc.property(raised, fc.nat(), fc.nat(4), (profile, which, steps) => {
        const casting = tieBreaker({ kind: "casting", order: profile.options });
        const seats = profile.options.length;
        const winner = tally(profile, seats, casting).order[0]![0]!;
        const groups = [...profile.ballots];
        const at = which % groups.length;
        const lifted = { ...groups[at]!, content: lift(groups[at]!.content, winner, steps) };
        const after = { options: profile.options, ballots: groups.with(at, lifted) };
        expect(tally(after, seats, casting).order[0]).toContain(winner);
      }),
      RUNS,
    );
  });

  it("is independent of clones: a copy beside an option changes nothing for the others", () => {
    const withCopy = rankProfiles(4, 9).chain((profile) =>
      fc.record({
        profile: fc.constant(profile),
        copied: fc.constantFrom(...profile.options),
        sides: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 12, maxLength: 12 }),
      }),
    );
    fc.assert(
      fc.property(withCopy, ({ profile, copied, sides }) => {
        if (hasEqualVictories(profile)) return;
        const cloned = withClone(profile, copied, sides);
        const seats = profile.options.length;
        const [before] = tally(profile, seats).order;
        const [after] = tally(cloned, seats + 1).order;
        const originals = after!.map((option) => (option === "copy" ? copied : option));
        expect([...new Set(originals)].toSorted()).toEqual(before!.toSorted());
      }),
      RUNS,
    );
  });
});

describe("transfers", () => {
  it("conserve votes: those held, exhausted and rounded off make all ballots, every round", () => {
    fc.assert(
      fc.property(shuffled, ({ profile, seats }) => {
        for (const report of [byStv(profile, seats), byIrv(profile, 1)] as const) {
          const { unit, rounds } = report.detail as { unit: number; rounds: Round[] };
          for (const { votes, exhausted, remainder } of rounds) {
            const held = votes.reduce((sum, each) => sum + each, 0);
            expect(held + exhausted + remainder).toBe(report.ballots.counted * unit);
          }
        }
      }),
      RUNS,
    );
  });

  it("explain each round's totals: what came in and went out makes the next round's votes", () => {
    fc.assert(
      fc.property(shuffled, ({ profile, seats }) => {
        const { detail, options } = stv.tally(profile, { seats }, NONE);
        detail.rounds.forEach(({ act, from, transfers, votes }, at) => {
          options.forEach((option, place) => {
            const before = detail.rounds[at - 1]?.votes[place] ?? 0;
            const came = transfers
              .filter(({ to }) => to === option)
              .reduce((sum, { ballots, value }) => sum + ballots * value, 0);
            const kept = act === "surplus" ? detail.quota! : 0;
            expect(votes[place]).toBe(from.includes(option) ? kept : before + came);
          });
        });
      }),
      RUNS,
    );
  });

  it("give k quotas of voters who want the same options first at least k of them", () => {
    const solid = strictProfiles(6, 12).chain((profile) =>
      fc.record({
        profile: fc.constant(profile),
        group: fc.subarray([...profile.options], { minLength: 1 }),
        seats: fc.integer({ min: 1, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(solid, ({ profile, group, seats }) => {
        const report = stv.tally(profile, { seats }, tieBreaker({ kind: "lot", seed: "s" }));
        const quota = report.detail.quota! / report.detail.unit;
        const voters = singleRankings(profile).filter((ranks) =>
          ranks.slice(0, group.length).every(([option]) => group.includes(option!)),
        );
        const whole = voters.filter((ranks) => ranks.length >= group.length).length;
        const due = Math.min(group.length, Math.floor(whole / quota));
        const got = report.winners.filter((option) => group.includes(option)).length;
        expect(got).toBeGreaterThanOrEqual(due);
      }),
      RUNS,
    );
  });
});

type Round = { votes: number[]; exhausted: number; remainder: number };

function allNumbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(allNumbers);
}

/** Moves an option some ranks up; half a step puts it beside the options there. */
function lift(
  content: BallotGroup["content"],
  option: string,
  steps: number,
): BallotGroup["content"] {
  const ranks = content.kind === "rank" ? content.ranks : [];
  const at = ranks.findIndex((equals) => equals.includes(option));
  const from = at < 0 ? ranks.length : at;
  const to = Math.max(0, from - Math.ceil(steps / 2));
  const without = ranks.map((equals) => equals.filter((other) => other !== option));
  const beside = steps % 2 === 1 && to < from;
  const lifted = beside
    ? without.with(to, [...without[to]!, option])
    : without.toSpliced(to, 0, [option]);
  return { kind: "rank", ranks: lifted.filter((equals) => equals.length > 0) };
}

function hasEqualVictories(profile: Profile): boolean {
  const matrix = naiveMatrix(profile);
  const strengths = profile.options.flatMap((a) =>
    profile.options
      .filter((b) => matrix[a]![b]! > matrix[b]![a]!)
      .map((b) => `${matrix[a]![b]}/${matrix[b]![a]}`),
  );
  return new Set(strengths).size !== strengths.length;
}

/** Puts a copy above, below or beside an option on each ballot that names it, next to it. */
function withClone(profile: Profile, copied: string, sides: readonly number[]): Profile {
  const ballots = [...profile.ballots].map(({ content, count }, at): BallotGroup => {
    if (content.kind !== "rank") return { content, count };
    const ranks = content.ranks.flatMap((equals) => {
      if (!equals.includes(copied)) return [equals];
      const side = equals.length > 1 ? 0 : sides[at % sides.length]!;
      if (side === 0) return [[...equals, "copy"]];
      return side < 0 ? [["copy"], equals] : [equals, ["copy"]];
    });
    return { content: { kind: "rank", ranks }, count };
  });
  return { options: [...profile.options, "copy"], ballots };
}

/** Whether some way to fill in so many of the ballots otherwise does it. Up to three options. */
function turnsWith(
  profile: Profile,
  many: number,
  turns: (other: Profile) => boolean,
  from = 0,
): boolean {
  const singles = singleRankings(profile);
  const ballots = singles.map(
    (ranks): BallotGroup => ({
      content: { kind: "rank", ranks },
      count: 1,
    }),
  );
  if (many === 0) return turns({ options: profile.options, ballots });
  return ballots.some(
    (_, at) =>
      at >= from &&
      everyRanking(profile.options).some((ranks) => {
        const content = { kind: "rank" as const, ranks };
        const changed = ballots.with(at, { content, count: 1 });
        return turnsWith({ options: profile.options, ballots: changed }, many - 1, turns, at + 1);
      }),
  );
}

function everyRanking(options: readonly string[]): string[][][] {
  if (options.length === 0) return [[]];
  const [first, ...others] = options as [string, ...string[]];
  return everyRanking(others).flatMap((ranks) => [
    ...ranks.map((equals, at) => ranks.with(at, [...equals, first])),
    ...Array.from({ length: ranks.length + 1 }, (_, at) => ranks.toSpliced(at, 0, [first])),
  ]);
}
