/** Languages of the interface, in the order in which they are offered. */
export const LANGUAGES = ["fr", "nl", "de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** A text that exists in one or more languages. */
export type Translated<T = string> = Partial<Record<Language, T>>;

/**
 * The text in the reader's language, or in the first language it exists in.
 * Returns the language it is in, so that the page can mark it (WCAG 3.1.2).
 */
export function inLanguage<T>(
  texts: Translated<T>,
  wanted: Language,
): { language: Language; value: T } | undefined {
  for (const language of [wanted, ...LANGUAGES]) {
    const value = texts[language];
    if (value !== undefined) return { language, value };
  }
  return undefined;
}
