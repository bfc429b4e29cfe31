import { describe, expect, it } from "vitest";
import type { BallotContent, BallotShape } from "#domain/decisions/ballot.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import { countBy, type MethodName, METHODS } from "#domain/decisions/registry.ts";
import { unsettledTie } from "#domain/decisions/tie-declared.ts";
import type { TieBreaker } from "#domain/decisions/tie.ts";

const NAMES = Object.keys(METHODS) as MethodName[];

/** A lot that nobody may draw. */
const FORBIDDEN: TieBreaker = {
  kind: "lot",
  order: (between) => {
    throw new Error(`a lot was drawn between ${between.join(", ")}`);
  },
};

const BLANK: BallotContent = { kind: "blank" };

/** Blank, though written as if something were to come. */
const EMPTY: Record<BallotShape, BallotContent> = {
  choice: BLANK,
  approve: { kind: "approve", options: [] },
  rank: { kind: "rank", ranks: [] },
  grade: { kind: "grade", grades: {} },
  "per-option": { kind: "per-option", choices: {} },
};

/** A ballot that can be read and says nothing this method can count. */
function unclear(name: MethodName, options: readonly string[]): BallotContent {
  switch (name) {
    case "stv":
    case "irv":
      return { kind: "rank", ranks: [[...options]] };
    case "plurality-at-large":
      return { kind: "approve", options: [...options] };
    case "majority-judgment":
    case "score":
      return { kind: "grade", grades: { [options[0]!]: 1_000 } };
    default:
      return EMPTY[METHODS[name].shape];
  }
}

describe.each(NAMES)("%s with no ballot to count", (name) => {
  const options = name === "resolution" ? ["for", "against", "abstain"] : ["A", "B", "C"];
  const of = (contents: BallotContent[], invalid = 0): Profile => ({
    options,
    ballots: contents.map((content) => ({ content, count: 2 })),
    invalid,
  });
  const count = (profile: Profile, seats: number) => {
    const known = METHODS[name].settings.defaults;
    const settings = { ...("seats" in known && { seats }), ...("marks" in known && { marks: 2 }) };
    const counted = countBy(name, profile, settings, FORBIDDEN);
    if (!counted.ok) throw new Error(counted.refusal.code);
    return counted.value;
  };

  it.each<[string, Profile, number]>([
    ["nobody voted", of([]), 0],
    ["all ballots are blank", of([BLANK, EMPTY[METHODS[name].shape]]), 4],
    ["all papers are unreadable", of([], 3), 0],
    ["all ballots say what it cannot count", of([unclear(name, options)]), 2],
    ["groups hold no ballot", { options, ballots: [{ content: BLANK, count: 0 }] }, 0],
  ])("elects nobody and asks for no lot where %s", (_, profile, fillable) => {
    // As many places as options, and more, would otherwise go to whoever is left.
    for (const seats of [1, 2, 3, 4]) {
      const report = count(profile, seats);
      expect(unsettledTie(report, "lot")).toBeUndefined();
      if (report.method === "resolution") {
        expect(report.outcome).toBe("rejected");
        continue;
      }
      const { blank, invalid, counted, cast } = report.ballots;
      expect([counted, blank + invalid]).toEqual([0, cast]);
      expect(report).toMatchObject({ winners: [], ties: [], order: [options] });
      expect(report.tiedForLast).toBeUndefined();
      expect(report.explanation).toEqual([{ code: "nothing-counted", blank, invalid }]);
      expect(report.margin).toEqual({ ...(fillable > 0 && { changed: 1 }), exact: true });
      if ("vacant" in report.detail) expect(report.detail.vacant).toBe(report.seats);
    }
  });
});

describe("abstentions that are counted", () => {
  it("appoint nobody, and ask for no lot", () => {
    const content: BallotContent = { kind: "per-option", choices: { A: "abstain", B: "abstain" } };
    const report = METHODS["per-candidate"].tally(
      { options: ["A", "B"], ballots: [{ content, count: 5 }] },
      { seats: 1, terms: [] },
      FORBIDDEN,
    );
    expect(report).toMatchObject({ winners: [], ties: [], detail: { vacant: 1 } });
    expect(report.ballots.counted).toBe(5);
  });

  it("adopt no resolution", () => {
    const report = METHODS.resolution.tally(
      {
        options: ["for", "against", "abstain"],
        ballots: [{ content: { kind: "choice", option: "abstain" }, count: 5 }],
      },
      { majority: "simple" },
      FORBIDDEN,
    );
    expect(report.outcome).toBe("rejected");
    expect(report.explanation.at(-1)).toEqual({ code: "nothing-expressed" });
  });
});
