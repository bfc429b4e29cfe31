import type { Translated } from "../kernel/languages.ts";
import type { Option, Question, Questionnaire } from "./questionnaire.ts";
import type { PublishedItem, Release } from "./release.ts";

type Say = (texts: Translated) => string;

const HEAD = ["question", "text", "line", "group_by", "group", "answer", "count", "n", "weighted"];

/** The published count as rows of a table, head first; what is hidden says so. */
export function openRows({ questions }: Questionnaire, release: Release, say: Say): string[][] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return [
    HEAD,
    ...release.items.flatMap((item) => {
      const question = byId.get(item.question);
      return question ? rowsOf(question, item, byId, say) : [];
    }),
  ];
}

function rowsOf(
  question: Question,
  item: PublishedItem,
  byId: ReadonlyMap<string, Question>,
  say: Say,
): string[][] {
  const head = [question.id, say(question.text), lineName(question, item, say)];
  const answers = item.columns.map(({ options }) => optionNames(question, options, say));
  const all = item.columns.map(({ count, weighted }, at) => [
    ...head,
    "",
    "",
    answers[at]!,
    String(count),
    String(item.n),
    weighted === undefined ? "" : weighted.toFixed(4),
  ]);
  const groups = item.groups.flatMap(({ by, rows }) =>
    rows.flatMap(({ ids, counts, total }) =>
      counts.map((count, at) => [
        ...head,
        by,
        optionNames(byId.get(by), ids, say),
        answers[at]!,
        String(count),
        String(total),
        "",
      ]),
    ),
  );
  return [...all, ...groups];
}

/** The name of a matrix's line; "" of anything else. */
export function lineName(question: Question, { line }: { line?: string }, say: Say): string {
  const row = question.kind === "matrix" ? question.rows.find(({ id }) => id === line) : undefined;
  return row ? say(row.label) : "";
}

/** Options by name, joined where several stand in one column; a scale's values are their own. */
export function optionNames(
  question: Question | undefined,
  ids: readonly string[],
  say: Say,
): string {
  const options: Option[] = question && "options" in question ? question.options : [];
  return ids
    .map((id) => {
      const option = options.find((one) => one.id === id);
      return option ? say(option.label) : id;
    })
    .join(" / ");
}
