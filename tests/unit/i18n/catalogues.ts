import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "#domain/kernel/languages.ts";

const FOLDER = new URL("../../../app/i18n/", import.meta.url);

/** Sentences by dotted key. */
export type Sentences = Map<string, string>;

/** The namespaces that a language has. */
export function namespacesOf(language: Language): string[] {
  return readdirSync(new URL(`${language}/`, FOLDER))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

export function catalogue(language: Language, namespace: string): Sentences {
  const file = new URL(`${language}/${namespace}.json`, FOLDER);
  return flatten(JSON.parse(readFileSync(file, "utf8")), "");
}

function flatten(branch: unknown, path: string): Sentences {
  if (typeof branch === "string") return new Map([[path, branch]]);
  if (typeof branch !== "object" || branch === null) throw new Error(`${path} is not a sentence`);
  return new Map(
    Object.entries(branch).flatMap(([key, value]) => [
      ...flatten(value, path ? `${path}.${key}` : key),
    ]),
  );
}

/** The names between {{ and }}, without how they are formatted. */
export function variablesOf(sentence: string): string[] {
  const found = [...sentence.matchAll(/\{\{\s*-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1]);
  return [...new Set(found)].map(String).sort();
}
