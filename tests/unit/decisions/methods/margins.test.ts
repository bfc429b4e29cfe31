import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { METHODS } from "#domain/decisions/registry.ts";
import {
  contents,
  count,
  LOT,
  NO_RULE,
  oneByOne,
  profiles,
  type SmallProfile,
} from "../../../support/tally-profiles.ts";

type Case = [name: Exclude<keyof typeof METHODS, "resolution">, settings: Record<string, unknown>];

const EXACT: Case[] = [
  ["approval", { seats: 1 }],
  ["approval", { seats: 2 }],
  ["plurality-at-large", { seats: 1 }],
  ["plurality-at-large", { seats: 2 }],
  ["borda", { seats: 1 }],
  ["borda", { seats: 2, unranked: "zero" }],
  ["score", { seats: 1, grades: 3 }],
  ["per-candidate", { seats: 1 }],
  ["per-candidate", { seats: 2 }],
];
const BOUNDS: Case[] = [
  ["score", { seats: 1, grades: 3, by: "mean" }],
  ["majority-judgment", { seats: 1, grades: 3 }],
];

/** Few enough ballots to try every way to fill in two of them otherwise. */
const small = (name: Case[0]) =>
  profiles(METHODS[name].shape, { most: 3, least: 2, ballots: 4, grades: 3 }).filter(
    (profile) => oneByOne(profile).length <= 5,
  );

describe("margins against every way to fill in ballots otherwise", () => {
  it.each(EXACT)("%s %j: no fewer do, and as many do", (name, settings) => {
    fc.assert(
      fc.property(small(name), (profile) => {
        const { margin } = count(name, profile, settings);
        expect(margin.exact).toBe(true);
        for (const tried of [1, 2]) {
          const turned = canTurn(name, settings, profile, tried);
          if (turned) expect(margin.changed).toBeLessThanOrEqual(tried);
          if (margin.changed === tried) expect(turned).toBe(true);
          if (turned) break;
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(BOUNDS)("%s %j: as many do", (name, settings) => {
    fc.assert(
      fc.property(small(name), (profile) => {
        const { margin } = count(name, profile, settings);
        if (margin.changed === undefined || margin.changed > 2) return;
        expect(canTurn(name, settings, profile, margin.changed)).toBe(true);
        if (margin.exact) expect(margin.changed).toBe(1);
      }),
      { numRuns: 25 },
    );
  });
});

/** Whether some change of so many ballots makes other winners, whatever a lot would have said. */
function canTurn(
  name: Case[0],
  settings: Record<string, unknown>,
  profile: SmallProfile,
  changed: number,
): boolean {
  const won = new Set(count(name, profile, settings, LOT).winners);
  const every = everyContent(name, profile.options);
  return choices(oneByOne(profile), every, changed).some((ballots) => {
    const after = count(
      name,
      { ...profile, ballots: ballots.map((content) => ({ content, count: 1 })) },
      settings,
      NO_RULE,
    );
    // An empty count elects nobody; that is no other outcome but none.
    if (after.ballots.counted === 0) return false;
    const open = new Set([...after.winners, ...(after.tiedForLast ?? [])]);
    const missing = [...won].some((option) => !open.has(option));
    const added = after.winners.some((option) => !won.has(option));
    const fewer = !after.tiedForLast && after.winners.length !== won.size;
    return missing || added || fewer;
  });
}

function choices(
  ballots: BallotContent[],
  every: BallotContent[],
  changed: number,
): BallotContent[][] {
  if (changed === 0) return [ballots];
  return ballots.flatMap((_, at) =>
    every.flatMap((content) => {
      const before = ballots.slice(0, at);
      return choices(ballots.slice(at + 1), every, changed - 1).map((after) => [
        ...before,
        content,
        ...after,
      ]);
    }),
  );
}

const known = new Map<string, BallotContent[]>();

/** All that one ballot can say, found by drawing until nothing new comes. */
function everyContent(name: Case[0], options: string[]): BallotContent[] {
  const key = `${METHODS[name].shape} ${options.length}`;
  const drawn = new Map<string, BallotContent>();
  if (!known.has(key)) {
    for (const content of fc.sample(contents(METHODS[name].shape, options, 3), 2_000)) {
      drawn.set(JSON.stringify(content), content);
    }
    known.set(key, [...drawn.values()]);
  }
  return known.get(key)!;
}

describe("margins in words", () => {
  const approve = (some: [number, string][]) => ({
    options: ["A", "B", "C"],
    ballots: some.map(([times, chosen]) => ({
      content: { kind: "approve" as const, options: [...chosen] },
      count: times,
    })),
  });

  it.each([
    [
      [
        [51, "A"],
        [49, "B"],
      ],
      { seats: 1 },
      2,
    ],
    [
      [
        [50, "A"],
        [49, "B"],
      ],
      { seats: 1 },
      1,
    ],
    [
      [
        [50, "A"],
        [50, "B"],
      ],
      { seats: 1 },
      1,
    ],
    [
      [
        [60, "AB"],
        [40, "C"],
      ],
      { seats: 2 },
      11,
    ],
    [[[3, "A"]], { seats: 2 }, 1],
  ] as [[number, string][], { seats: number }, number][])(
    "%j for %j: %i",
    (some, settings, changed) => {
      expect(count("approval", approve(some), settings).margin).toEqual({ changed, exact: true });
    },
  );
});
