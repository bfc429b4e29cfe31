import type { Language } from "../kernel/languages.ts";
import { mostSimilar } from "../kernel/similarity.ts";
import { plainText } from "../kernel/word-stems.ts";
import type { ItemState } from "./life.ts";

/** What is checked of a text before it is published. */
export type Checked = { language: Language; title: string; text: string; groupId?: string };

/** Another item, as the check needs it. */
export type Other = {
  id: string;
  number: number;
  language: Language;
  title: string;
  text: string;
  state: ItemState;
  groupId?: string;
  printed: string;
};

/** One thing to be settled before publication. */
export type Finding =
  /** Names an item that is not there: "#57". */
  | { kind: "unknown-number"; named: string }
  /** Names a printed number, which moves; `number` is the item that bears it today, if one does. */
  | { kind: "printed-number"; named: string; number?: number }
  /** Is linked to something that no longer stands by itself. */
  | { kind: "ended-link"; number: number; title: string; language: Language }
  /** Is like another one, and nobody has said how the two stand to each other. */
  | { kind: "alike"; number: number; title: string; language: Language; opposed: boolean };

const MOST_ALIKE = 4;

/**
 * Everything that is to be settled before a text is published: what it refers to exists, nothing it
 * leans on has ended, and of each text it resembles somebody has said whether it repeats it, refines
 * it, contradicts it or is another matter. `linked`: ids of the items that were judged.
 */
export function findingsOf(
  draft: Checked,
  others: readonly Other[],
  linked: ReadonlySet<string>,
): Finding[] {
  return [
    ...numbersNamed(draft, others),
    ...printedNumbersNamed(draft, others),
    ...endedLinks(others, linked),
    ...alike(draft, others, linked),
  ];
}

function numbersNamed({ text }: Checked, others: readonly Other[]): Finding[] {
  const known = new Set(others.map(({ number }) => number));
  return matches(text, /#(\d{1,7})\b/g)
    .filter(({ number }) => !known.has(number))
    .map(({ named }) => ({ kind: "unknown-number", named }));
}

// What a booklet calls its entries, in four languages.
const PRINTED = /\b(?:recommandation|recommendation|aanbeveling|empfehlung)s?\s+(\d{1,3})\b/giu;

function printedNumbersNamed({ text, groupId }: Checked, others: readonly Other[]): Finding[] {
  return matches(text, PRINTED).map(({ named, number }) => {
    const bearer = others.find(
      (other) => other.printed === String(number) && (!groupId || other.groupId === groupId),
    );
    return { kind: "printed-number", named, ...(bearer ? { number: bearer.number } : {}) };
  });
}

function matches(text: string, pattern: RegExp): { named: string; number: number }[] {
  const found = [...text.matchAll(pattern)].map(([named, digits]) => ({
    named,
    number: Number(digits),
  }));
  return found.filter(({ named }, at) => found.findIndex((one) => one.named === named) === at);
}

function endedLinks(others: readonly Other[], linked: ReadonlySet<string>): Finding[] {
  return others
    .filter(({ id, state }) => linked.has(id) && (state === "merged" || state === "withdrawn"))
    .map(({ number, title, language }) => ({ kind: "ended-link", number, title, language }));
}

function alike(
  { language, title, text }: Checked,
  others: readonly Other[],
  linked: ReadonlySet<string>,
): Finding[] {
  const standing = others.filter(({ state }) => state === "waiting" || state === "answered");
  const candidates = standing.map((other) => ({ ...other, text: `${other.title}. ${other.text}` }));
  const limits = { limit: MOST_ALIKE, language };
  const found = [title, `${title}. ${text}`].flatMap((words) =>
    mostSimilar(words, candidates, limits),
  );
  const unique = found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at);
  return unique
    .filter(({ id }) => !linked.has(id))
    .slice(0, MOST_ALIKE)
    .map((other) => ({
      kind: "alike",
      number: other.number,
      title: other.title,
      language,
      opposed: negates(title, language) !== negates(other.title, language),
    }));
}

const NEGATIONS: Record<Language, RegExp> = {
  fr: /\b(ne|n|pas|non|jamais|aucune?|sans|ni|contre|facultati\w*)\b/u,
  nl: /\b(niet|geen|nooit|zonder|tegen|vrijwillig\w*)\b/u,
  de: /\b(nicht|kein\w*|nie|ohne|gegen|freiwillig\w*)\b/u,
  en: /\b(not|no|never|without|against|optional\w*)\b/u,
};

/**
 * Whether a sentence denies: of two that are alike and one of which denies, a person is asked
 * whether they contradict each other. A hint, never a judgement.
 */
export function negates(sentence: string, language: Language): boolean {
  return NEGATIONS[language].test(plainText(sentence));
}
