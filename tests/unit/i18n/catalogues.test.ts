import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import { REFUSAL_CODES } from "#domain/kernel/result.ts";
import { QUESTION_KINDS, QUESTION_STATES, REFUSAL_REASONS } from "#domain/live-session/question.ts";
import { catalogue, namespacesOf, variablesOf } from "./catalogues.ts";

const NAMESPACES = namespacesOf("fr");
const OTHERS = LANGUAGES.filter((language) => language !== "fr");

const refusals = (language: Language) => [
  ...catalogue(language, "refusals-ballot"),
  ...catalogue(language, "refusals"),
];

describe("every sentence in four languages", () => {
  it.each(OTHERS)("%s has the same catalogues as fr", (language) => {
    expect(namespacesOf(language)).toEqual(NAMESPACES);
  });

  const pairs = NAMESPACES.flatMap((namespace) =>
    OTHERS.map((language) => ({ namespace, language })),
  );

  it.each(pairs)("$namespace says the same things in $language", ({ namespace, language }) => {
    const keys = [...catalogue(language, namespace).keys()].sort();
    expect(keys).toEqual([...catalogue("fr", namespace).keys()].sort());
  });

  it.each(pairs)("$namespace fills in the same in $language", ({ namespace, language }) => {
    const other = catalogue(language, namespace);
    const differing = [...catalogue("fr", namespace)]
      .filter(([key, sentence]) => filledIn(key, sentence) !== filledIn(key, other.get(key) ?? ""))
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  const all = NAMESPACES.flatMap((namespace) =>
    LANGUAGES.map((language) => ({ namespace, language })),
  );

  it.each(all)("$namespace leaves nothing unsaid in $language", ({ namespace, language }) => {
    const empty = [...catalogue(language, namespace)].filter(([, sentence]) => !sentence.trim());
    expect(empty).toEqual([]);
  });
});

/** "One person" needs no number; every other sentence fills in the same names. */
function filledIn(key: string, sentence: string): string {
  const names = variablesOf(sentence);
  return (key.endsWith("_one") ? names.filter((name) => name !== "count") : names).join();
}

describe("lists that the rules close", () => {
  it.each(LANGUAGES)("%s has a sentence for every refusal and for nothing else", (language) => {
    expect(
      refusals(language)
        .map(([code]) => code)
        .sort(),
    ).toEqual([...REFUSAL_CODES].sort());
  });

  it("a refusal says it without being told more", () => {
    for (const language of LANGUAGES) {
      const asking = refusals(language).filter(([, sentence]) => variablesOf(sentence).length > 0);
      expect(asking).toEqual([]);
    }
  });

  it.each([
    ["reason", REFUSAL_REASONS],
    ["question.state", QUESTION_STATES],
    ["question.kind", QUESTION_KINDS],
  ])("live-session names each %s", (branch, codes) => {
    const keys = [...catalogue("fr", "live-session").keys()]
      .filter((key) => key.startsWith(`${branch}.`))
      .map((key) => key.slice(branch.length + 1));
    expect(keys.sort()).toEqual([...codes].sort());
  });
});
