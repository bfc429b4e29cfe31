import type { TFunction } from "i18next";
import type { Language } from "#domain/kernel/languages.ts";
import { writeShare, type RoundedShare } from "./rounded-share.ts";

type Value = number | string | RoundedShare | Sentence | Sentence[];

/** A sentence of the catalogue `decisions` and what goes into it; parts may be sentences too. */
export type Sentence = { key: string; values: Record<string, Value> };

/** The sentence in a language. `t` speaks the catalogue `decisions` of that language. */
export function say(t: TFunction<"decisions">, language: Language, sentence: Sentence): string {
  const inWords = (value: Value): number | string => {
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((part) => say(t, language, part)).join(", ");
    return "key" in value ? say(t, language, value) : writeShare(value, language);
  };
  const values = Object.entries(sentence.values).map(([name, value]) => [name, inWords(value)]);
  return t(sentence.key, Object.fromEntries(values) as Record<string, number | string>);
}
