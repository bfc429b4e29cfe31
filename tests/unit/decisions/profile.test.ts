import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotContent, BallotShape } from "#domain/decisions/ballot.ts";
import { checkProfile, groupBallots, type Profile } from "#domain/decisions/profile.ts";
import { oneByOne, profiles } from "../../support/tally-profiles.ts";

const rank = (...ranks: string[]): BallotContent => ({
  kind: "rank",
  ranks: ranks.map((equals) => [...equals]),
});
const approve = (...options: string[]): BallotContent => ({ kind: "approve", options });
const one = (content: BallotContent, options = ["A", "B"]): Profile => ({
  options,
  ballots: [{ content, count: 1 }],
});

describe("grouping ballots", () => {
  it("counts equal ballots together, however they were written", () => {
    const contents = [approve("B", "A"), rank("AB", "C"), approve("A", "B"), rank("BA", "C")];
    const { ballots } = groupBallots(["A", "B", "C"], contents, 2);
    expect([...ballots].map(({ count }) => count)).toEqual([2, 2]);
  });

  it("gives the same groups in the same order whatever order ballots came in", () => {
    const shuffled = profiles("rank").chain((profile) => {
      const single = oneByOne(profile);
      return fc.tuple(
        fc.constant(single),
        fc.shuffledSubarray(single, { minLength: single.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        const counts = ({ ballots }: Profile) =>
          [...ballots].map(({ content, count }) => [count, content.kind]);
        expect(counts(groupBallots(["A"], other))).toEqual(counts(groupBallots(["A"], given)));
      }),
    );
  });
});

describe("checking a profile", () => {
  it.each([
    [one(approve("A"), ["A", "A"]), "approve", "duplicate-option"],
    [one(approve("C")), "approve", "unknown-option"],
    [one(approve("A", "A")), "approve", "option-twice"],
    [one(rank("A", "BA")), "rank", "option-twice"],
    [one(rank("A", "")), "rank", "empty-rank"],
    [one(rank("A")), "approve", "wrong-shape"],
    [one({ kind: "grade", grades: { A: -1 } }), "grade", "negative-grade"],
    [one({ kind: "grade", grades: { A: 1.5 } }), "grade", "negative-grade"],
    [one({ kind: "per-option", choices: { C: "for" } }), "per-option", "unknown-option"],
    [one({ kind: "choice", option: "C" }), "choice", "unknown-option"],
    [{ options: [], ballots: [], invalid: -1 }, "choice", "count-not-whole"],
    [{ options: [], ballots: [], invalid: Number.NaN }, "choice", "count-not-whole"],
    [
      { options: [], ballots: [{ content: { kind: "blank" }, count: 2 ** 53 - 1 }], invalid: 1 },
      "choice",
      "sum-too-large",
    ],
  ] as [Profile, BallotShape, string][])("%j as %s: %s", (profile, shape, code) => {
    expect(checkProfile(profile, shape)).toMatchObject({ ok: false, refusal: { code } });
  });

  it.each([
    ["approve", approve()],
    ["rank", rank()],
    ["grade", { kind: "grade", grades: {} }],
    ["per-option", { kind: "per-option", choices: {} }],
    ["choice", { kind: "blank" }],
  ] as [BallotShape, BallotContent][])(
    "counts a %s ballot that says nothing as blank",
    (shape, content) => {
      const profile = { options: ["A"], ballots: [{ content, count: 3 }], invalid: 2 };
      expect(checkProfile(profile, shape)).toEqual({
        ok: true,
        value: { cast: 5, blank: 3, invalid: 2, counted: 0 },
      });
    },
  );

  it("takes ids that name members of every object", () => {
    const options = ["__proto__", "constructor", "toString"];
    const grades = Object.fromEntries(options.map((option, at) => [option, at]));
    const content = { kind: "grade" as const, grades };
    expect(checkProfile({ options, ballots: [{ content, count: 1 }] }, "grade").ok).toBe(true);
  });
});
