import { describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { Profile, ProfileRefusal } from "#domain/decisions/profile.ts";
import { type Ranking, readRankings } from "#domain/decisions/rankings.ts";
import { countBy, type MethodName } from "#domain/decisions/registry.ts";
import type { Report } from "#domain/decisions/report.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { rankedProfile } from "../../support/rankings.ts";

const METHODS: MethodName[] = ["stv", "irv", "schulze", "ranked-pairs"];
const LOT = tieBreaker({ kind: "lot", seed: "s" });

const ballot = (content: BallotContent, count = 1): Profile => ({
  options: ["A", "B"],
  ballots: [{ content, count }],
});
const ranks = (...named: string[][]): BallotContent => ({ kind: "rank", ranks: named });

const HOSTILE: [string, ProfileRefusal, Profile][] = [
  ["a name twice on the list", "duplicate-option", { options: ["A", "A"], ballots: [] }],
  ["an option nobody knows", "unknown-option", ballot(ranks(["A"], ["Z"]))],
  ["an option twice on a ballot", "option-twice", ballot(ranks(["A"], ["B", "A"]))],
  ["a rank without an option", "empty-rank", ballot(ranks([], ["A"]))],
  ["a ballot of another kind", "wrong-shape", ballot({ kind: "approve", options: ["A"] })],
  [
    "one of another kind that names nobody",
    "wrong-shape",
    ballot({ kind: "approve", options: [] }),
  ],
  ["half a ballot", "count-not-whole", ballot(ranks(["A"]), 0.5)],
  ["fewer than no ballots", "count-not-whole", ballot(ranks(["A"]), -1)],
  ["a number past 2^53", "count-not-whole", ballot(ranks(["A"]), 2 ** 53)],
  [
    "invalid papers past 2^53",
    "count-not-whole",
    { options: ["A"], ballots: [], invalid: 2 ** 53 },
  ],
  ["a sum past 2^53", "sum-too-large", rankedProfile(["A", "B"], [`${2 ** 53 - 1}: A`, "1: B"])],
  [
    "ten thousand options",
    "too-many-options",
    { options: Array.from({ length: 10_000 }, (_, at) => `o${at}`), ballots: [] },
  ],
];

describe.each(METHODS)("%s refuses what it cannot count exactly", (method) => {
  it.each(HOSTILE)("%s: %s", (_, code, profile) => {
    expect(countBy(method, profile, {}, LOT)).toEqual({ ok: false, refusal: { code } });
  });
});

describe.each(METHODS)("%s counts what is odd but sound", (method) => {
  it.each<[string, Profile]>([
    ["no ballots", { options: ["A", "B", "C"], ballots: [] }],
    ["only blank ballots", rankedProfile(["A", "B", "C"], ["7:"])],
    ["one ballot", rankedProfile(["A", "B", "C"], ["1: B"])],
    ["one option", rankedProfile(["A"], ["1: A"])],
    ["everybody equal", rankedProfile(["A", "B", "C"], ["5: A = B = C"])],
  ])("%s", (_, profile) => {
    const counted = countBy(method, profile, {}, LOT);
    if (!counted.ok) throw new Error(counted.refusal.code);
    const report = counted.value as Report;
    expect(report.winners).toHaveLength(report.ballots.counted > 0 ? 1 : 0);
    expect(report.order.flat().toSorted()).toEqual([...profile.options]);
  });
});

describe("reading rankings", () => {
  it("shows each ballot's options by place with their ranks, and passes over none and blank ones", () => {
    const seen: { named: number[]; ranks: number[]; count: number }[] = [];
    const note = ({ named, ranks: levels, size, count }: Ranking) =>
      seen.push({ named: [...named.slice(0, size)], ranks: [...levels.slice(0, size)], count });
    const profile = rankedProfile(["A", "B", "C"], ["2: C > A = B", "0: A", "3:", "1: B"]);
    const totals = readRankings({ ...profile, invalid: 4 }, note);
    expect(seen).toEqual([
      { named: [2, 0, 1], ranks: [0, 1, 1], count: 2 },
      { named: [1], ranks: [0], count: 1 },
    ]);
    expect(totals).toEqual({ cast: 10, blank: 3, invalid: 4, counted: 3 });
  });
});
