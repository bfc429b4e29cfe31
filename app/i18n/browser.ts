import { createInstance, type i18n, type ResourceLanguage } from "i18next";
import { isLanguage, type Language } from "#domain/kernel/languages.ts";
import { optionsFor } from "./options.ts";

const CATALOGUES: Record<
  Language,
  () => Promise<{ default: ResourceLanguage }>
> = {
  fr: () => import("./fr.ts"),
  nl: () => import("./nl.ts"),
  de: () => import("./de.ts"),
  en: () => import("./en.ts"),
};

/** The browser loads the reader's language alone; another language is another page load. */
export async function loadTranslator(tag: string): Promise<i18n> {
  const language = isLanguage(tag) ? tag : "fr";
  const catalogue = await CATALOGUES[language]();
  const instance = createInstance();
  void instance.init(optionsFor(language, catalogue.default));
  return instance;
}
