import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import type { LabelledOption } from "#wire/decisions.ts";

/** What an option is called, in this language or the first one that has it; else its id. */
export function labelsIn(
  language: Language,
  options: readonly LabelledOption[],
): (option: string) => string {
  const labels = new Map(options.map(({ id, label }) => [id, inLanguage(label, language)?.value]));
  return (option) => labels.get(option) ?? option;
}
