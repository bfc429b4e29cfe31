import { isLanguage, type Language } from "#domain/kernel/languages.ts";
import type { FilledIn } from "#domain/surveys/answers.ts";
import { textField } from "#app/features/sign-in/answer-form.server.ts";

/** A paper as a browser sends it: its own two fields, and what was filled in. */
export function readPaper(form: FormData): {
  filledIn: FilledIn;
  version: number;
  language: Language;
} {
  const [version, language] = [textField(form, "version"), textField(form, "language")];
  const filledIn = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (name === "version" || name === "language" || typeof value !== "string") continue;
    // PostgreSQL takes no NUL: one would fail every paper that leaves the tray with it.
    filledIn.set(name, [...(filledIn.get(name) ?? []), value.replaceAll("\0", "")]);
  }
  return {
    filledIn: Object.fromEntries(filledIn),
    version: /^\d{1,4}$/.test(version) ? Number(version) : 0,
    language: isLanguage(language) ? language : "fr",
  };
}
