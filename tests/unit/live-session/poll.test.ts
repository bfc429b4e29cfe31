import { describe, expect, it } from "vitest";
import { countedWord, pollAnswerOf, wordSizes } from "../../../app/domain/live-session/poll.ts";
import { pollDraftOf } from "../../../server/features/live-session/polls/poll-definition.ts";

const NOTHING = { options: [], words: [] };

describe("an answer to a poll", () => {
  it("is one option where one is asked for, and a known one", () => {
    const poll = { kind: "single", options: ["o1", "o2"] } as const;
    const answer = (...options: string[]) => pollAnswerOf(poll, { ...NOTHING, options });
    expect(answer("o2")).toEqual({ options: ["o2"] });
    expect(answer("o1", "o1")).toEqual({ options: ["o1"] });
    expect(answer("o1", "o2")).toBeUndefined();
    expect(answer("o3")).toBeUndefined();
    expect(answer()).toBeUndefined();
  });

  it("may be several where several are asked for", () => {
    const poll = { kind: "multiple", options: ["o1", "o2", "o3"] } as const;
    expect(pollAnswerOf(poll, { ...NOTHING, options: ["o3", "o1"] })).toEqual({
      options: ["o3", "o1"],
    });
  });

  it("is a mark from 1 to 5, whatever options somebody sends", () => {
    const poll = { kind: "rating", options: [] } as const;
    expect(pollAnswerOf(poll, { ...NOTHING, options: ["5"] })).toEqual({ options: ["5"] });
    expect(pollAnswerOf(poll, { ...NOTHING, options: ["6"] })).toBeUndefined();
  });

  it("is up to three words, each once, as they are counted", () => {
    const poll = { kind: "words", options: [] } as const;
    const answer = (...words: string[]) => pollAnswerOf(poll, { ...NOTHING, words });
    expect(answer(" Solidarité ! ", "solidarité", "")).toEqual({ words: ["solidarité"] });
    expect(answer("a", "b", "c", "d")).toBeUndefined();
    expect(answer("…", " ")).toBeUndefined();
  });
});

describe("a word", () => {
  it.each([
    ["« Autonomie »", "autonomie"],
    ["aujourd’hui", "aujourd’hui"],
    ["E\u0301quipe", "équipe"],
    ["x".repeat(60), "x".repeat(30)],
    ["<script>", "script"],
  ])("%s is counted as %s", (given, counted) => expect(countedWord(given)).toBe(counted));

  it("has one of five sizes, the largest for the most frequent", () => {
    expect(wordSizes({ a: 10, b: 5, c: 1 })).toEqual({ a: 5, b: 3, c: 1 });
  });
});

describe("a poll as it is written", () => {
  it("has as many options in each language as in the others", () => {
    const draft = pollDraftOf({
      kind: "single",
      fr: "Où ?",
      nl: "Waar?",
      optionsFr: "Liège\n\nGand",
      optionsNl: "Luik\nGent",
    });
    expect(draft).toEqual({
      kind: "single",
      texts: { fr: "Où ?", nl: "Waar?" },
      options: [
        { id: "o1", label: { fr: "Liège", nl: "Luik" } },
        { id: "o2", label: { fr: "Gand", nl: "Gent" } },
      ],
    });
    const incomplete = { kind: "single", fr: "Où ?", optionsFr: "Liège\nGand" } as const;
    expect(pollDraftOf({ ...incomplete, optionsNl: "Luik" })).toBeUndefined();
    expect(pollDraftOf({ ...incomplete, optionsFr: "Liège" })).toBeUndefined();
    expect(pollDraftOf({ kind: "single", optionsFr: "Liège\nGand" })).toBeUndefined();
  });

  it("has options of its own only where people choose among them", () => {
    expect(pollDraftOf({ kind: "hands", fr: "Pause ?", optionsFr: "Oui\nNon" })?.options).toEqual([
      { id: "yes" },
      { id: "no" },
      { id: "neither" },
    ]);
  });
});
