import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedCaret } from "#app/features/smartlab/minutes/caret.ts";
import { bestDates, countAnswers } from "#domain/smartlab/dates/date-poll.ts";
import {
  decisionAfter,
  DECISION_PHASES,
  standingOf,
  type Stance,
  STANCES,
} from "#domain/smartlab/decisions/consent.ts";
import { ballotOf, countVote, outcomeOf } from "#domain/smartlab/decisions/named-vote.ts";
import { mentionsIn } from "#domain/smartlab/discussion/mentions.ts";
import { mediaTypeOf } from "#domain/smartlab/documents/file-kinds.ts";

describe("who is called in a message", () => {
  const people = [
    { id: "1", name: "Ana Moreau" },
    { id: "2", name: "Ana Morel" },
    { id: "3", name: "Zoé Lambert" },
    { id: "4", name: "Jo" },
  ];

  it("is named whole, or by a first name that one alone has", () => {
    expect(mentionsIn("@Ana Moreau, tu viens ? @zoe aussi", people)).toEqual(["1", "3"]);
    expect(mentionsIn("@Ana, laquelle ?", people)).toEqual([]);
    expect(mentionsIn("@Ana Morel. @Ana Morelle", people)).toEqual(["2"]);
    expect(mentionsIn("écrire à jo@example.org, @Jonas ou @Jo!", people)).toEqual(["4"]);
  });
});

describe("consent", () => {
  const stances = fc.array(fc.constantFrom<Stance>(...STANCES), { maxLength: 12 });

  it("never adopts against an objection, nor with half of the group silent", () => {
    fc.assert(
      fc.property(stances, fc.nat(12), (said, silent) => {
        const standing = standingOf(said.length + silent, said);
        if (said.includes("objection")) expect(standing.adoptable).toBe(false);
        if (silent >= said.length) expect(standing.adoptable).toBe(false);
        if (!said.includes("objection") && said.length > silent) {
          expect(standing.adoptable).toBe(true);
        }
      }),
    );
  });

  it("goes through its objections before it is adopted, and ends once", () => {
    expect(decisionAfter("clarifying", "adopt").ok).toBe(false);
    expect(decisionAfter("objecting", "amend")).toEqual({ ok: true, value: "objecting" });
    for (const phase of DECISION_PHASES.filter((one) => !/ing$/.test(one))) {
      for (const event of ["call", "amend", "adopt", "count", "withdraw"] as const) {
        expect(decisionAfter(phase, event).ok).toBe(false);
      }
    }
  });
});

describe("a named vote", () => {
  it("is counted by the method of its name", () => {
    const choice = (option: string) => ({ kind: "choice", option }) as const;
    const text = countVote("resolution", [], [choice("for"), choice("for"), choice("against")]);
    expect(outcomeOf(text)).toEqual({ kind: "adopted" });
    expect(outcomeOf(countVote("resolution", [], []))).toEqual({ kind: "rejected" });

    const options = ["Mons", "Liège", "En ligne"];
    const approve = (...chosen: string[]) => ({ kind: "approve", options: chosen }) as const;
    const places = (...ballots: ReturnType<typeof approve>[]) =>
      outcomeOf(countVote("approval", options, ballots));
    expect(places(approve("0", "1"), approve("1"))).toEqual({ kind: "chosen", options: [1] });
    expect(places(approve("0"), approve("2"))).toEqual({ kind: "tied", options: [0, 2] });
    expect(places(approve())).toEqual({ kind: "nothing" });
  });

  it("takes only what can be chosen", () => {
    expect(ballotOf("resolution", [], ["for", "against"]).ok).toBe(false);
    expect(ballotOf("resolution", [], ["perhaps"]).ok).toBe(false);
    expect(ballotOf("approval", ["a", "b"], ["2"]).ok).toBe(false);
    expect(ballotOf("approval", ["a", "b"], ["1", "1"])).toEqual({
      ok: true,
      value: { kind: "approve", options: ["1"] },
    });
  });
});

it("proposes the dates on which most can come, then those that suit most", () => {
  const date = (...answers: Parameters<typeof countAnswers>[0]) => ({
    counts: countAnswers(answers),
  });
  const [few, many, need] = [
    date("yes", "no", "no"),
    date("yes", "yes", "no"),
    date("yes", "if-needed", "no"),
  ];
  expect(bestDates([few, many, need])).toEqual([many]);
  expect(bestDates([few, few])).toEqual([few, few]);
  expect(bestDates([date(), date("no")])).toEqual([]);
});

it("keeps a caret beside the letter it stood at", () => {
  expect(movedCaret(5, [{ retain: 2 }, { insert: "abc" }])).toBe(8);
  expect(movedCaret(5, [{ retain: 5 }, { insert: "abc" }])).toBe(5);
  expect(movedCaret(5, [{ retain: 3 }, { delete: 10 }])).toBe(3);
  expect(movedCaret(5, [{ delete: 2 }, { insert: "x" }])).toBe(4);
});

it("takes no file that a browser would run", () => {
  expect(mediaTypeOf("Rapport 2026.PDF")).toBe("application/pdf");
  for (const name of ["a.html", "a.svg", "a.js", "a.pdf.exe", "constructor", "a.constructor"]) {
    expect(mediaTypeOf(name)).toBeUndefined();
  }
});
