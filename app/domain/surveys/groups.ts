import {
  type PublishedRow,
  type SmallCellRule,
  suppressSmallCells,
} from "../decisions/suppression.ts";
import type { Answers } from "./answers.ts";
import type { Column, Item } from "./items.ts";
import type { SingleQuestion } from "./questionnaire.ts";
import type { KnownMargin } from "./weighting.ts";

/** Who did not say their group. They stand in the table, or totals would tell who they are. */
export const UNSAID = "";

type Asked = {
  item: Item;
  columns: readonly Column[];
  by: SingleQuestion;
  answers: readonly Answers[];
  known: readonly KnownMargin[];
};

/**
 * One item by the groups of one question, as it may be published (rules 5.3, V8): a cell a column of
 * the item. No row where nothing of it may be.
 */
export function groupRows(asked: Asked, rule: SmallCellRule): PublishedRow[] {
  return asked.item.kind === "several" ? tickedTable(asked, rule) : exclusiveTable(asked, rule);
}

/** Columns exclude each other: they are one table. */
function exclusiveTable(asked: Asked, rule: SmallCellRule): PublishedRow[] {
  const { columns, item } = asked;
  const rows = groupsOf(asked).map(({ id, places, electorate }) => ({
    id,
    ...electorate,
    counts: columns.map(({ options }) => countAt(item, places, options)),
  }));
  return suppressSmallCells({ rows }, rule).rows;
}

/** One could tick several: each option is a table of its own, ticked or not. */
function tickedTable(asked: Asked, rule: SmallCellRule): PublishedRow[] {
  const { item } = asked;
  const groups = groupsOf(asked);
  const tables = item.options.map((option) =>
    suppressSmallCells(
      {
        rows: groups.map(({ id, places, electorate }) => {
          const ticked = countAt(item, places, [option]);
          return { id, ...electorate, counts: [ticked, places.length - ticked] };
        }),
      },
      rule,
    ),
  );
  // Groups are merged by how many they are: the same in each table that could be published.
  const whole = tables.find(({ rows }) => rows.length > 0);
  return (whole?.rows ?? []).map(({ ids, total }, at) => ({
    ids,
    total,
    counts: tables.map(({ rows }) => rows[at]?.counts[0] ?? "hidden"),
  }));
}

type Group = { id: string; places: number[]; electorate: { electorate?: number } };

/** Places of those who answered the item, by their group; groups nobody belongs to are left out. */
function groupsOf({ item, by, answers, known }: Asked): Group[] {
  const sizes = known.find(({ margin }) => margin === by.margin)?.groups;
  const said = [...item.said.keys()].filter((at) => item.said[at] !== undefined);
  return [...by.options.map(({ id }) => id), UNSAID]
    .map((id) => ({
      id,
      places: said.filter((at) => ((answers[at]![by.id] as string | undefined) ?? UNSAID) === id),
      electorate: sizes && id !== UNSAID ? { electorate: sizes[id] ?? 0 } : {},
    }))
    .filter(({ places }) => places.length > 0);
}

function countAt(item: Item, places: readonly number[], options: readonly string[]): number {
  return places.filter((at) => item.said[at]?.some((one) => options.includes(one))).length;
}
