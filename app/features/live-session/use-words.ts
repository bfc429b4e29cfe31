import { inLanguage, type Translated } from "#domain/kernel/languages.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** A text of the cooperative as a plain string, for labels and announcements. */
export function useWords(): (of: Translated) => string {
  const language = useLanguage();
  return (of) => inLanguage(of, language)?.value ?? "";
}
