import type { InitOptions } from "i18next";
import type { Language } from "#domain/kernel/languages.ts";

/** Slugs whose sentences any page may say. */
export const CORE = ["common", "refusals"];

/** What i18next is told on both sides. A key that is missing shows itself: a test looks for them. */
export function optionsFor(language: Language): InitOptions {
  return {
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    returnNull: false,
    // React escapes what it renders, and mails are plain text.
    interpolation: { escapeValue: false },
  };
}
