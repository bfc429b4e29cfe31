import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Language } from "#domain/kernel/languages.ts";
import type { LabelledOption } from "#wire/decisions.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { labelsIn } from "./labels-in.ts";

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
