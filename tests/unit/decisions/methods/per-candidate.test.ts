import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stance } from "#domain/decisions/ballot.ts";
import { perCandidate } from "#domain/decisions/methods/per-candidate.ts";
import type { BallotGroup, Profile } from "#domain/decisions/profile.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { LOT, NO_RULE, profiles } from "../../../support/tally-profiles.ts";

/** Votes for, against and abstentions of each candidate, among as many ballots. */
function votes(
  given: Record<string, [votesFor: number, against: number, abstain: number]>,
): Profile {
  const options = Object.keys(given);
  const [first] = Object.values(given);
  const cast = first ? first[0] + first[1] + first[2] : 0;
  const ballots = Array.from({ length: cast }, (_, at): BallotGroup => {
    const choices = options.map((option): [string, Stance] => {
      const [votesFor, against] = given[option]!;
      return [option, at < votesFor ? "for" : at < votesFor + against ? "against" : "abstain"];
    });
    return { content: { kind: "per-option", choices: Object.fromEntries(choices) }, count: 1 };
  });
  return { options, ballots };
}

const tally = (profile: Profile, seats: number, terms: number[] = [], tie = NO_RULE) =>
  perCandidate.tally(profile, { seats, terms }, tie);

describe("for or against each candidate (rules §1.6)", () => {
  const profile = votes({ A: [60, 30, 10], B: [55, 45, 0], C: [50, 50, 0], D: [40, 5, 55] });

  it("seats those with more for than against, by votes for", () => {
    const report = tally(profile, 2);
    expect(report.winners).toEqual(["A", "B"]);
    expect(report.order).toEqual([["A"], ["B"], ["D"], ["C"]]);
    expect(report.detail.candidates[2]).toEqual({
      option: "C",
      for: 50,
      against: 50,
      abstain: 0,
      eligible: false,
    });
  });

  it("leaves seats vacant rather than give them to who has no majority", () => {
    const report = tally(profile, 4);
    expect(report.winners).toEqual(["A", "B", "D"]);
    expect(report.detail.vacant).toBe(1);
    expect(report.explanation.at(-1)).toEqual({ code: "vacant", seats: 1 });
  });

  it("gives the first seats to those with most votes", () => {
    const report = tally(profile, 1, [4, 4, 2]);
    expect(report.seats).toBe(3);
    expect(report.detail.candidates.map(({ term }) => term)).toEqual([4, 4, undefined, 2]);
  });

  it("takes silence about a candidate for an abstention", () => {
    const ballots: BallotGroup[] = [
      { content: { kind: "per-option", choices: { A: "for" } }, count: 3 },
    ];
    const report = tally({ options: ["A", "B"], ballots }, 2);
    expect(report.detail.candidates.map(({ abstain }) => abstain)).toEqual([0, 3]);
    expect(report.winners).toEqual(["A"]);
  });
});

describe("ties between candidates", () => {
  const tied = votes({ A: [50, 10, 0], B: [40, 20, 0], C: [40, 5, 15], D: [30, 0, 30] });
  const chair = tieBreaker({ kind: "casting", order: ["D", "C", "B", "A"] });

  it("at the last seat fall by the declared rule", () => {
    const report = tally(tied, 2, [], chair);
    expect(report.winners).toEqual(["A", "C"]);
    expect(report.ties).toEqual([
      { place: "seat", between: ["B", "C"], rule: "casting", fell: ["C", "B"] },
    ]);
  });

  it("stay open where there is no rule", () => {
    const report = tally(tied, 2);
    expect(report.winners).toEqual(["A"]);
    expect(report.tiedForLast).toEqual(["B", "C"]);
    expect(report.detail.vacant).toBe(0);
  });

  it("about the length of seats fall by the same rule", () => {
    const report = tally(tied, 3, [4, 4, 2], chair);
    expect(report.winners).toEqual(["A", "C", "B"]);
    expect(report.detail.candidates.map(({ term }) => term)).toEqual([4, 2, 4, undefined]);
    expect(report.ties).toEqual([
      { place: "order", between: ["B", "C"], rule: "casting", fell: ["C", "B"] },
    ]);
  });

  it("about the length of seats leave both elected, without a length, where there is no rule", () => {
    const report = tally(tied, 3, [4, 4, 2]);
    expect(report.winners).toEqual(["A", "B", "C"]);
    expect(report.tiedForLast).toBeUndefined();
    expect(report.detail.candidates.map(({ term }) => term)).toEqual([
      4,
      undefined,
      undefined,
      undefined,
    ]);
    expect(report.ties).toMatchObject([{ place: "order", fell: "unsettled" }]);
  });

  it("need no rule where the seats are of one length", () => {
    expect(tally(tied, 3, [4, 4, 4], chair).ties).toEqual([]);
  });
});

describe("per candidate, on random profiles", () => {
  it("adds up for every candidate, and every winner has a majority and enough votes", () => {
    fc.assert(
      fc.property(profiles("per-option"), fc.integer({ min: 1, max: 4 }), (profile, seats) => {
        const report = tally(profile, seats, [], LOT);
        const of = new Map(report.detail.candidates.map((it) => [it.option, it]));
        for (const it of of.values()) {
          expect(it.for + it.against + it.abstain).toBe(report.ballots.counted);
        }
        const won = report.winners.map((option) => of.get(option)!);
        expect(won.every((it) => it.for > it.against)).toBe(true);
        const lost = [...of.values()].filter((it) => it.eligible && !won.includes(it));
        expect(won.length).toBe(Math.min(seats, won.length + lost.length));
        const fewest = Math.min(...won.map((it) => it.for));
        expect(lost.every((it) => it.for <= fewest)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
