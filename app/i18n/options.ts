import type { InitOptions, PostProcessorModule } from "i18next";
import type { Language } from "#domain/kernel/languages.ts";

/** Slugs whose sentences any page may say. */
export const CORE = ["common", "refusals-ballot"];

/**
 * French puts a space before double signs and inside its quotation marks; a line must not break
 * there, whoever wrote the sentence with an ordinary space.
 */
export function withFrenchSpaces(sentence: string): string {
  return sentence.replace(/ (?=[:;?!»])/g, "\u00a0").replace(/« /g, "«\u00a0");
}

export const frenchSpaces: PostProcessorModule = {
  type: "postProcessor",
  name: "french-spaces",
  process: withFrenchSpaces,
};

/** What i18next is told on both sides. A key that is missing shows itself: a test looks for them. */
export function optionsFor(language: Language): InitOptions {
  return {
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    postProcess: language === "fr" ? frenchSpaces.name : false,
    returnNull: false,
    // React escapes what it renders, and mails are plain text.
    interpolation: { escapeValue: false },
  };
}
