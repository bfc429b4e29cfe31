import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import type { Option } from "#domain/surveys/questionnaire.ts";

/** The lines of a text, without the empty ones. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Lists written one a line in each language: the n-th lines of all languages say the same thing. */
export function byLine(said: Translated): Translated[] {
  const lists = LANGUAGES.map((language) => ({ language, lines: linesOf(said[language]) }));
  const length = Math.max(0, ...lists.map(({ lines }) => lines.length));
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(
      lists.flatMap(({ language, lines }) => (lines[at] ? [[language, lines[at]]] : [])),
    ),
  );
}

/** The same lists as texts again, for a form. */
export function asLines(texts: readonly Translated[]): Translated {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      texts
        .map((text) => text[language] ?? "")
        .join("\n")
        .trim(),
    ]),
  );
}

/** Options by their place: `o1`, `o2` … */
export function optionsOf(said: Translated, letter: "o" | "r"): Option[] {
  return byLine(said).map((label, at) => ({ id: `${letter}${at + 1}`, label }));
}
