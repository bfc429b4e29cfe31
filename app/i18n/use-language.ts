import { useTranslation } from "react-i18next";
import { isLanguage, type Language } from "#domain/kernel/languages.ts";

/** The language of the page: what the formatters and `inLanguage` want. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : "fr";
}
