import type { Answers } from "./answers.ts";
import { type Question, scaleValues } from "./questionnaire.ts";

/** One thing that was asked: a question, or one line of a matrix. */
export type Item = {
  question: string;
  /** Of a matrix. */
  line?: string;
  kind: "scale" | "one" | "several";
  options: string[];
  /** What each person said, in the order of the answers; undefined where they passed it over. */
  said: (readonly string[] | undefined)[];
};

/** Answers that stand in one column: small ones of a sensitive question share it. */
export type Column = {
  options: string[];
  /** Of several that one could tick, a small count of a sensitive question is hidden. */
  count: number | "hidden";
  /** Share among who answered once weights are applied, from 0 to 1. */
  weighted?: number;
};

/** What can be counted of a question; nothing of an open one. */
export function itemsOf(question: Question, answers: readonly Answers[]): Item[] {
  const { id } = question;
  switch (question.kind) {
    case "scale": {
      const said = answers.map((answer) => oneOf(answer[id]));
      return [{ question: id, kind: "scale", options: scaleValues(question), said }];
    }
    case "single": {
      const said = answers.map((answer) => oneOf(answer[id]));
      return [{ question: id, kind: "one", options: ids(question.options), said }];
    }
    case "multiple": {
      const said = answers.map((answer) => answer[id] as string[] | undefined);
      return [{ question: id, kind: "several", options: ids(question.options), said }];
    }
    case "matrix":
      return question.rows.map((row) => ({
        question: id,
        line: row.id,
        kind: "one" as const,
        options: ids(question.options),
        said: answers.map((answer) =>
          oneOf((answer[id] as Record<string, string> | undefined)?.[row.id]),
        ),
      }));
    case "open":
      return [];
  }
}

const ids = (options: readonly { id: string }[]) => options.map(({ id }) => id);

function oneOf(value: Answers[string] | undefined): readonly string[] | undefined {
  return typeof value === "string" ? [value] : undefined;
}

/**
 * Counts by column. Below `least` (0 for none) answers that exclude each other share a column: of a
 * scale with their neighbours, of a list the smallest of all together.
 */
export function columnsOf(
  item: Item,
  weights: readonly number[] | undefined,
  least: number,
): { columns: Column[]; sum?: number } {
  const counts = item.options.map(
    (option) => item.said.filter((said) => said?.includes(option)).length,
  );
  const shares = weights && weightedShares(item, weights);
  const merged =
    item.kind === "several"
      ? item.options.map((_, at) => [at])
      : item.kind === "scale"
        ? mergeNeighbours(counts, least)
        : mergeSmallest(counts, least);
  const n = item.said.filter(Boolean).length;
  const columns = merged.map((places): Column => {
    const count = sumAt(counts, places);
    const hidden = item.kind === "several" && (count < least || n - count < least);
    const weighted = shares && !hidden ? { weighted: sumAt(shares, places) } : {};
    return {
      options: places.map((at) => item.options[at]!),
      count: hidden ? "hidden" : count,
      ...weighted,
    };
  });
  const whole = item.kind === "scale" && columns.length === item.options.length;
  return whole
    ? { columns, sum: counts.reduce((sum, count, at) => sum + count * Number(item.options[at]), 0) }
    : { columns };
}

function weightedShares({ options, said }: Item, weights: readonly number[]): number[] {
  const sumOf = (holds: (said: readonly string[] | undefined) => boolean) =>
    said.reduce((sum, one, at) => sum + (holds(one) ? weights[at]! : 0), 0);
  const all = sumOf((one) => one !== undefined);
  return options.map((option) =>
    all === 0 ? 0 : sumOf((one) => one?.includes(option) ?? false) / all,
  );
}

/** Values of a scale from the lowest up, each column reaching `least`; the rest joins the last. */
function mergeNeighbours(counts: readonly number[], least: number): number[][] {
  const columns: number[][] = [];
  let open: number[] = [];
  for (const at of counts.keys()) {
    open.push(at);
    if (sumAt(counts, open) >= least) {
      columns.push(open);
      open = [];
    }
  }
  const last = columns.pop() ?? [];
  return [...columns, [...last, ...open]];
}

/** All that are below `least` in one column at the end, with the next smallest while it still is. */
function mergeSmallest(counts: readonly number[], least: number): number[][] {
  const places = [...counts.keys()];
  const small = places.filter((at) => counts[at]! < least);
  if (small.length === 0) return places.map((at) => [at]);
  const large = places.filter((at) => counts[at]! >= least).sort((a, b) => counts[b]! - counts[a]!);
  while (sumAt(counts, small) < least && large.length > 0) small.push(large.pop()!);
  const kept = new Set(large);
  return [...places.filter((at) => kept.has(at)).map((at) => [at]), small.sort((a, b) => a - b)];
}

function sumAt(values: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, at) => sum + values[at]!, 0);
}
