import type { InitOptions, ResourceLanguage } from "i18next";
import type { Language } from "#domain/kernel/languages.ts";

/** What i18next is told on both sides. A key that is missing shows itself: a test looks for them. */
export function optionsFor(
  language: Language,
  catalogue: ResourceLanguage,
): InitOptions {
  return {
    lng: language,
    fallbackLng: false,
    resources: { [language]: catalogue },
    ns: Object.keys(catalogue),
    defaultNS: "common",
    // Everything is there: no turn of the event loop is needed.
    initImmediate: false,
    returnNull: false,
    // React escapes what it renders, and mails are plain text.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  };
}
