import { canonicalJson } from "../kernel/json.ts";
import { wilsonLower } from "../live-session/wilson.ts";
import type { Electorate } from "./campaign.ts";
import type { Question, Questionnaire } from "./questionnaire.ts";
import type { PublishedItem, Release } from "./release.ts";
import type { Share } from "./report-card.ts";

/** One survey of two that asked the same, as it was published. `offices`: names, in their order. */
export type Wave = {
  questionnaire: Questionnaire;
  release: Release;
  electorate: Electorate;
  offices: readonly string[];
};

/** Why two waves cannot be compared at all (rules 6.5). */
export type WaveGap = "mode" | "frame";

/** One answer in both waves. `between`: from −1 to 1, where the difference must lie at 95 %. */
export type Change = {
  options: string[];
  before: Share;
  now: Share;
  between: [low: number, high: number];
  /** `unsure`: the interval holds zero, and nothing may be called a rise or a fall. */
  direction: "up" | "down" | "unsure";
};

/** Changes of one item; `before` and `now`: how many answered it. */
export type ItemChange = {
  question: string;
  line?: string;
  before: number;
  now: number;
  changes: Change[];
};

export type WaveComparison = {
  gaps: WaveGap[];
  items: ItemChange[];
  /** Questions whose words, or whose answers, are not the same in both. */
  reworded: string[];
  /** How many answers are compared: one of twenty differs by chance alone. */
  compared: number;
};

/** The Wilson score interval of a share, from 0 to 1, two-sided at 95 % (V6). */
export function wilson({ part, of }: Share): [low: number, high: number] {
  return [wilsonLower(part, of), of <= 0 ? 1 : 1 - wilsonLower(of - part, of)];
}

/**
 * Where the difference of two shares lies, at 95 %: Newcombe's hybrid of their two Wilson intervals
 * (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10; rules 6.5).
 */
export function newcombe(before: Share, now: Share): [low: number, high: number] {
  const [p, q] = [before.part / before.of, now.part / now.of];
  const [[pLow, pHigh], [qLow, qHigh]] = [wilson(before), wilson(now)];
  const difference = q - p;
  return [
    difference - Math.hypot(q - qLow, pHigh - p),
    difference + Math.hypot(qHigh - q, p - pLow),
  ];
}

/**
 * What changed from one wave to the next: of questions asked in the same words of the same people in
 * the same way, and of answers that both show. Everything else is named, and not compared.
 */
export function compareWaves(before: Wave, now: Wave): WaveComparison {
  const gaps: WaveGap[] = [
    ...(before.release.mode === now.release.mode ? [] : ["mode" as const]),
    ...(frameOf(before) === frameOf(now) ? [] : ["frame" as const]),
  ];
  const asked = now.questionnaire.questions.filter(({ kind }) => kind !== "open");
  const pairs = asked.map((question) => ({ question, twin: twinOf(question, before) }));
  const reworded = pairs.filter(({ twin }) => !twin).map(({ question }) => question.id);
  const items = gaps.length > 0 ? [] : pairs.flatMap((pair) => changesOf(pair, before, now));
  const compared = items.reduce((sum, { changes }) => sum + changes.length, 0);
  return { gaps, items, reworded, compared };
}

function frameOf({ electorate, offices, release }: Wave): string {
  return canonicalJson([electorate, [...offices].sort(), release.field.of > release.field.size]);
}

/** The question of the earlier wave that asks the same in the same words, in every language. */
function twinOf(question: Question, { questionnaire }: Wave): Question | undefined {
  const words = wordsOf(question);
  return questionnaire.questions.find((other) => wordsOf(other) === words);
}

/** All that somebody reads and may answer; not what it is called, nor how results are cut. */
function wordsOf(question: Question): string {
  return canonicalJson({ ...question, id: "", groups: undefined, margin: undefined });
}

type Pair = { question: Question; twin: Question | undefined };

function changesOf({ question, twin }: Pair, before: Wave, now: Wave): ItemChange[] {
  if (!twin) return [];
  const of = (wave: Wave, id: string) => wave.release.items.filter((one) => one.question === id);
  return of(now, question.id).flatMap((item) => {
    const earlier = of(before, twin.id).find(({ line }) => line === item.line);
    if (!earlier || earlier.n === 0 || item.n === 0) return [];
    const changes = item.columns.flatMap((column) => changeOf(column, earlier, item));
    const line = item.line === undefined ? {} : { line: item.line };
    return [{ question: question.id, ...line, before: earlier.n, now: item.n, changes }];
  });
}

/** Columns that small counts made in one wave alone have no twin in the other. */
function changeOf(
  { options, count }: PublishedItem["columns"][number],
  earlier: PublishedItem,
  item: PublishedItem,
): Change[] {
  const twin = earlier.columns.find((other) => other.options.join() === options.join());
  if (!twin || twin.count === "hidden" || count === "hidden") return [];
  const before = { part: twin.count, of: earlier.n };
  const now = { part: count, of: item.n };
  const between = newcombe(before, now);
  const direction = between[0] > 0 ? "up" : between[1] < 0 ? "down" : "unsure";
  return [{ options, before, now, between, direction }];
}
