import type { Language } from "../kernel/languages.ts";
import { stems } from "./word-stems.ts";

/** Least score (0 to 1) at which a question is worth showing; found on the pairs of the tests. */
const THRESHOLD = 0.4;

/** Least likeness of two stems (share of common trigrams) that counts as a match. */
const FUZZY = 0.55;

/** How much a part of a compound is like the whole, and the fewest letters that make a part. */
const COMPOUND = 0.8;
const SHORTEST_PART = 5;

/** A text of fewer telling words says too little to compare. */
const FEWEST_STEMS = 2;

/**
 * Questions that resemble a text being typed, the most alike first; in its language only. Rare
 * words weigh more than those that every question holds, and words may differ in their endings or
 * by a slip. Advice to a writer, never a decision: floating point is at home here.
 */
export function mostSimilar<Q extends { text: string; language: Language }>(
  text: string,
  questions: readonly Q[],
  { limit, language }: { limit: number; language: Language },
): Q[] {
  const wanted = stems(text, language);
  if (wanted.length < FEWEST_STEMS) return [];
  const others = questions
    .filter((question) => question.language === language)
    .map((question) => ({ question, stems: stems(question.text, language) }));
  const weightOf = rarity(others.map((other) => other.stems));
  const likeness = wordLikeness();

  return others
    .map((other) => ({
      question: other.question,
      score: overlap(wanted, other.stems, weightOf, likeness),
    }))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ question }) => question);
}

/** Inverse document frequency, smoothed: 1 for a word everywhere, more for a rare one. */
function rarity(documents: readonly string[][]): (stem: string) => number {
  const holders = new Map<string, number>();
  for (const stem of documents.flat()) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const total = documents.length;
  return (stem) => 1 + Math.log((total + 1) / ((holders.get(stem) ?? 0) + 1));
}

/**
 * Weight of what two texts share. Leans on the text being typed, so that an unfinished sentence
 * already finds its twin, and on the other one, so that two common words do not find everything.
 */
function overlap(
  mine: readonly string[],
  theirs: readonly string[],
  weightOf: (stem: string) => number,
  likeness: (a: string, b: string) => number,
): number {
  let shared = 0;
  let matches = 0;
  for (const stem of mine) {
    const best = theirs.includes(stem)
      ? 1
      : theirs.reduce((most, other) => Math.max(most, likeness(stem, other)), 0);
    if (best < FUZZY) continue;
    shared += best * weightOf(stem);
    matches += 1;
  }
  if (matches < FEWEST_STEMS) return 0;
  const weigh = (list: readonly string[]) => list.reduce((sum, stem) => sum + weightOf(stem), 0);
  const ofMine = Math.min(1, shared / weigh(mine));
  const ofTheirs = Math.min(1, shared / weigh(theirs));
  return 0.65 * ofMine + 0.35 * ofTheirs;
}

/** Dice's coefficient on character trigrams; each word is cut once. */
function wordLikeness(): (a: string, b: string) => number {
  const cut = new Map<string, Set<string>>();
  const trigramsOf = (word: string) => {
    let found = cut.get(word);
    if (!found) cut.set(word, (found = trigrams(word)));
    return found;
  };
  return (a, b) => {
    if (isPartOf(a, b) || isPartOf(b, a)) return COMPOUND;
    // Words of very different length cannot reach the threshold.
    if (Math.abs(a.length - b.length) > Math.max(3, a.length / 2)) return 0;
    const [one, other] = [trigramsOf(a), trigramsOf(b)];
    let common = 0;
    for (const trigram of one) if (other.has(trigram)) common += 1;
    return (2 * common) / (one.size + other.size);
  };
}

/** Dutch and German build compounds: "opleiding" begins "opleidingsdagen". */
function isPartOf(part: string, whole: string): boolean {
  return part.length >= SHORTEST_PART && (whole.startsWith(part) || whole.endsWith(part));
}

function trigrams(word: string): Set<string> {
  const padded = ` ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}
