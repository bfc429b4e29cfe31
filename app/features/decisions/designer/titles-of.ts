import type { Translated } from "#domain/kernel/languages.ts";
import type { DecisionDraft } from "#wire/decision-designer.ts";

/** The titles of a draft; a language in which only a text was written has none. */
export function titlesOf(texts: DecisionDraft["texts"]): Translated {
  const titled = Object.entries(texts).filter(([, { title }]) => title !== "");
  return Object.fromEntries(titled.map(([language, { title }]) => [language, title]));
}
