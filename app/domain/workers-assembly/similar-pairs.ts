import type { Language } from "../kernel/languages.ts";
import { stems } from "../kernel/word-stems.ts";

/** A proposal in every language it can be compared in: its own, and those it was reviewed in. */
export type Comparable = { id: string; texts: { language: Language; text: string }[] };

/** Two that are alike, `a` before `b`. `score` from 0 to 1, in the language they are most alike in. */
export type SimilarPair = { a: string; b: string; score: number; language: Language };

/** Least score worth a person's time; found on the pairs of the tests. */
const THRESHOLD = 0.22;
/** A word that so many proposals hold tells none of them apart. */
const COMMON = 0.03;
/** … of a few dozen, every word does. */
const COMMON_LEAST = 12;
/** For each proposal so many are looked at closely, and so many are kept. */
const LOOKED_AT = 40;
const KEPT = 8;
/** A text of fewer telling words says too little. */
const FEWEST_STEMS = 2;

type Document = { at: number; words: Map<number, number>; norm: number };

/**
 * Pairs of proposals that resemble each other, the most alike first: the cosine of their words, each
 * weighed by how rare it is. Candidates share a rare word, so that 5,000 are compared in seconds and
 * not each with each other. Says how many it has done, every so many, and lets others run meanwhile.
 */
export async function similarPairs(
  proposals: readonly Comparable[],
  tell: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<SimilarPair[]> {
  const best = new Map<string, SimilarPair>();
  const languages = [
    ...new Set(proposals.flatMap(({ texts }) => texts.map((one) => one.language))),
  ];
  let done = 0;
  for (const language of languages) {
    const index = indexOf(proposals, language);
    for (const document of index.documents) {
      for (const { other, score } of alikeTo(document, index)) {
        keepBest(best, { a: proposals[document.at]!.id, b: proposals[other]!.id, score, language });
      }
      done += 1;
      if (done % 200 === 0) await tell(Math.min(proposals.length, done));
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

type Index = {
  documents: Document[];
  byProposal: Map<number, Document>;
  /** Which proposals hold a rare word, by the word's number, in their order. */
  holders: Map<number, number[]>;
  /** What each proposal shares with the one at hand; nothing in between. */
  sums: Float64Array;
};

function indexOf(proposals: readonly Comparable[], language: Language): Index {
  const numbers = new Map<string, number>();
  const written = proposals.flatMap(({ texts }, at) => {
    const text = texts.find((one) => one.language === language)?.text;
    const words = text === undefined ? [] : stems(text, language);
    if (words.length < FEWEST_STEMS) return [];
    return [{ at, words: words.map((word) => numberOf(numbers, word)) }];
  });
  const held = new Uint32Array(numbers.size);
  for (const { words } of written) for (const word of words) held[word]! += 1;
  const weigh = (word: number) => Math.log(1 + written.length / held[word]!);
  const documents = written.map(({ at, words }): Document => {
    const weights = new Map(words.map((word) => [word, weigh(word)]));
    return { at, words: weights, norm: Math.hypot(...weights.values()) };
  });
  const most = Math.max(COMMON_LEAST, COMMON * written.length);
  const holders = new Map<number, number[]>();
  for (const { at, words } of documents) {
    for (const word of words.keys()) {
      const many = held[word]!;
      if (many < 2 || many > most) continue;
      const list = holders.get(word);
      if (list) list.push(at);
      else holders.set(word, [at]);
    }
  }
  const byProposal = new Map(documents.map((one) => [one.at, one]));
  return { documents, byProposal, holders, sums: new Float64Array(proposals.length) };
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

/** Those after it that resemble it, each pair being met once. */
function alikeTo(mine: Document, { byProposal, holders, sums }: Index) {
  const met: number[] = [];
  for (const [word, weight] of mine.words) {
    const list = holders.get(word) ?? [];
    for (let at = list.length - 1; at >= 0 && list[at]! > mine.at; at -= 1) {
      const other = list[at]!;
      if (sums[other] === 0) met.push(other);
      sums[other]! += weight * weight;
    }
  }
  // What rare words alone give: the common ones cannot more than double it.
  const shared = met.map((other) => ({
    other,
    sum: sums[other]! / (mine.norm * byProposal.get(other)!.norm),
  }));
  for (const other of met) sums[other] = 0;
  return shared
    .filter(({ sum }) => sum >= THRESHOLD / 2)
    .sort((one, other) => other.sum - one.sum)
    .slice(0, LOOKED_AT)
    .map(({ other }) => ({ other, score: cosine(mine, byProposal.get(other)!) }))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((one, other) => other.score - one.score)
    .slice(0, KEPT);
}

/** Of what both hold: one word alone makes nothing alike. */
function cosine(mine: Document, theirs: Document): number {
  let sum = 0;
  let words = 0;
  for (const [word, weight] of mine.words) {
    if (!theirs.words.has(word)) continue;
    sum += weight * weight;
    words += 1;
  }
  return words < FEWEST_STEMS ? 0 : Math.min(1, sum / (mine.norm * theirs.norm));
}

function keepBest(best: Map<string, SimilarPair>, found: SimilarPair): void {
  const [a, b] = [found.a, found.b].sort() as [string, string];
  const before = best.get(a + b);
  if (!before || before.score < found.score) best.set(a + b, { ...found, a, b });
}
