import { LANGUAGES, type Language, type Translated } from "#domain/kernel/languages.ts";

/** A text as a form sends it: a field a language, empty where nothing was written. */
export type InLanguages = Partial<Record<Language, string | undefined>>;

/** What was said, in the languages in which it was; undefined where nothing was. */
export function saidIn(texts: InLanguages): Translated | undefined {
  const said = LANGUAGES.flatMap((language) =>
    texts[language] ? [[language, texts[language]] as const] : [],
  );
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
