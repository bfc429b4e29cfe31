import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import type { LabelledOption } from "#wire/decisions.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** Who says a count: a language, its sentences, and what the options are called in it. */
export type Speaker = {
  t: TFunction<"results">;
  language: Language;
  label: (option: string) => string;
};

export function useSpeaker(options: readonly LabelledOption[]): Speaker {
  const { t } = useTranslation("results");
  const language = useLanguage();
  return { t, language, label: labelsIn(language, options) };
}

/** What an option is called, in this language or the first one that has it. */
export function labelsIn(language: Language, options: readonly LabelledOption[]): Speaker["label"] {
  const labels = new Map(options.map(({ id, label }) => [id, inLanguage(label, language)?.value]));
  return (option) => labels.get(option) ?? option;
}
