import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Translated } from "#domain/kernel/languages.ts";
import { isComplete, paperOf, saysSomething } from "#domain/surveys/answers.ts";
import { mayCoordinate, takesAnswers } from "#domain/surveys/campaign.ts";
import { daysTogether } from "#domain/surveys/days.ts";
import {
  asksTheSame,
  flawsOf,
  newQuestionId,
  type Questionnaire,
} from "#domain/surveys/questionnaire.ts";

const fr = (text: string): Translated => ({ fr: text });
const options = (...ids: string[]) => ids.map((id) => ({ id, label: fr(id) }));

const ASKED: Questionnaire = {
  title: fr("Titre"),
  intro: {},
  questions: [
    {
      ...{ id: "q1", kind: "scale", text: fr("?"), help: {}, from: 1, to: 5 },
      ...{ low: fr("mal"), high: fr("bien") },
    },
    { id: "q2", kind: "single", text: fr("?"), help: {}, options: options("o1", "o2") },
    { id: "q3", kind: "multiple", text: fr("?"), help: {}, options: options("o1", "o2", "o3") },
    {
      ...{ id: "q4", kind: "matrix", text: fr("?"), help: {} },
      ...{ rows: options("r1", "r2"), options: options("o1", "o2") },
    },
    { id: "q5", kind: "open", text: fr("?"), help: {} },
  ],
};

describe("a paper", () => {
  it("is taken apart: what was ticked, and words on their own", () => {
    const paper = paperOf(ASKED, {
      q1: ["4"],
      q2: [""],
      q3: ["o1", "o3", "o1"],
      "q4.r2": ["o2"],
      q5: ["  Des repères.  "],
    });
    expect(paper).toEqual({
      ticked: { q1: "4", q3: ["o1", "o3"], q4: { r2: "o2" } },
      written: [{ question: "q5", text: "Des repères." }],
    });
  });

  it.each([
    ["a value off the scale", { q1: ["6"] }],
    ["an option that is none", { q2: ["o9"] }],
    ["two answers where one is asked for", { q2: ["o1", "o2"] }],
    ["a line that is none", { "q4.r9": ["o1"] }],
    ["a question that was not asked", { q9: ["o1"] }],
    ["a name of the language itself", { ["__proto__"]: ["o1"] }],
    ["more words than there is room for", { q5: ["a".repeat(2_001)] }],
  ])("refuses %s", (_, filledIn) => {
    expect(paperOf(ASKED, Object.fromEntries(Object.entries(filledIn)))).toBeUndefined();
  });

  it("may be passed over question by question, but not whole", () => {
    expect(saysSomething(paperOf(ASKED, { q1: [""], q5: [" "] })!)).toBe(false);
    expect(saysSomething(paperOf(ASKED, { q5: ["oui"] })!)).toBe(true);
  });

  it("is complete with four closed answers of five; each line of a matrix is one", () => {
    const all = { q1: "1", q2: "o1", q3: ["o1"], q4: { r1: "o1", r2: "o1" } };
    expect(isComplete(ASKED, all)).toBe(true);
    expect(isComplete(ASKED, { ...all, q4: { r1: "o1" } })).toBe(true);
    expect(isComplete(ASKED, { q1: "1", q2: "o1", q3: ["o1"] })).toBe(false);
  });

  it("never throws and never keeps what was not asked", () => {
    const anything = fc.dictionary(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
    fc.assert(
      fc.property(anything, (filledIn) => {
        const paper = paperOf(ASKED, filledIn);
        const known = ["q1", "q2", "q3", "q4", "q5"];
        for (const id of Object.keys(paper?.ticked ?? {})) expect(known).toContain(id);
      }),
    );
  });
});

describe("a questionnaire", () => {
  it("says what is missing before it is launched, language by language", () => {
    expect(flawsOf(ASKED, "fr", [])).toEqual([]);
    expect(flawsOf(ASKED, "fr", ["nl"])).toEqual([{ kind: "untranslated", language: "nl" }]);
    expect(flawsOf({ ...ASKED, questions: [] }, "fr", [])).toEqual([{ kind: "no-question" }]);
  });

  it("may mend its words while it runs, and nothing else", () => {
    const [scale, ...rest] = ASKED.questions;
    const mended = { ...ASKED, questions: [{ ...scale!, text: fr("Mieux ?") }, ...rest] };
    expect(asksTheSame(ASKED, mended)).toBe(true);
    expect(asksTheSame(ASKED, { ...ASKED, questions: rest })).toBe(false);
    const wider = { ...ASKED, questions: [{ ...scale!, to: 7 } as typeof scale & object, ...rest] };
    expect(asksTheSame(ASKED, wider)).toBe(false);
  });

  it("never gives a name twice", () => {
    expect(newQuestionId(ASKED)).toBe("q6");
    expect(newQuestionId({ ...ASKED, questions: [ASKED.questions[2]!] })).toBe("q4");
  });
});

describe("a campaign", () => {
  it("is coordinated by its workers alone, whatever the list says", () => {
    expect(mayCoordinate({ part: "coordinator", employerSide: false })).toBe(true);
    expect(mayCoordinate({ part: "coordinator", employerSide: true })).toBe(false);
    expect(mayCoordinate({ part: "observer", employerSide: false })).toBe(false);
    expect(mayCoordinate({ employerSide: false })).toBe(false);
  });

  it("closes a survey at its hour, not when the job comes", () => {
    expect(takesAnswers({ phase: "open", closesAt: 10 }, 9)).toBe(true);
    expect(takesAnswers({ phase: "open", closesAt: 10 }, 10)).toBe(false);
    expect(takesAnswers({ phase: "closed", closesAt: 10 }, 9)).toBe(false);
  });
});

describe("answers by day", () => {
  it("tell days of few together, and lose none", () => {
    const days = fc.array(fc.nat(12), { maxLength: 25 });
    fc.assert(
      fc.property(days, (counts) => {
        const given = counts.map((answers, at) => ({
          day: `2026-03-${String(at + 1).padStart(2, "0")}`,
          answers,
        }));
        const told = daysTogether(given);
        const all = counts.reduce((sum, count) => sum + count, 0);
        expect(told.every(({ answers }) => answers >= 5)).toBe(true);
        if (told.length > 0) expect(told.reduce((sum, one) => sum + one.answers, 0)).toBe(all);
        else expect(all).toBeLessThan(5);
      }),
    );
  });
});
