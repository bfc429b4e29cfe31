import { isApart } from "../kernel/apart.ts";
import { maxShift } from "./suppression-audit.ts";

/** A group of persons, how many gave each answer, and how many are entitled, where that is known. */
export type CrossRow = { id: string; counts: number[]; electorate?: number };

/** How many of each group gave each answer. Column totals are always published. */
export type CrossTable = { rows: CrossRow[] };

/** `least`: 5, or 10 for a sensitive topic; `leastElectorate` of a published group: 20 (rules §5.3). */
export type SmallCellRule = { least: number; leastElectorate: number };

export const SMALL_CELLS: SmallCellRule = { least: 5, leastElectorate: 20 };
export const SENSITIVE_CELLS: SmallCellRule = { least: 10, leastElectorate: 20 };

/** For who voted in an assembly: among workers, to have voted at all may tell a union opinion (rules §5.1). */
export function turnoutCells(assemblyId: string): SmallCellRule {
  return isApart(assemblyId) ? SENSITIVE_CELLS : SMALL_CELLS;
}

/** A row that may be published: groups too small to stand alone are merged into one. */
export type PublishedRow = { ids: string[]; counts: (number | "hidden")[]; total: number };

/** `rows` is empty where nothing but the column totals can be published. */
export type PublishedTable = { rows: PublishedRow[]; totals: number[] };

type Row = { ids: string[]; counts: number[]; total: number; electorate: number };
type Mask = boolean[][];

/**
 * What of a table may be published (rules §5.3, V8):
 * - groups with too small an electorate, or too few answers, are merged;
 * - a cell is hidden where it is small, or where the rest of its row is (a group that answered as one);
 * - then others are hidden until nobody can narrow a hidden cell, from totals, to fewer than `least`
 *   values: no single hidden cell in a line, and none that sums give away.
 */
export function suppressSmallCells(table: CrossTable, rule: SmallCellRule): PublishedTable {
  const columns = table.rows[0]?.counts.length ?? 0;
  const totals = Array.from({ length: columns }, (_, column) =>
    table.rows.reduce((sum, { counts }) => sum + counts[column]!, 0),
  );
  const rows = mergeSmallRows(table, rule);
  if (rows.length === 0) return { rows: [], totals };
  const hidden = hideCells(rows, rule.least);
  if (!hidden) return { rows: [], totals };
  return {
    rows: rows.map(({ ids, counts, total }, row) => ({
      ids,
      counts: counts.map((count, column) => (hidden[row]![column] ? "hidden" : count)),
      total,
    })),
    totals,
  };
}

/** One row for all groups that are too small, with the next smallest one while it still is. */
function mergeSmallRows(table: CrossTable, { least, leastElectorate }: SmallCellRule): Row[] {
  const rows = table.rows.map(({ id, counts, electorate = Infinity }): Row => {
    return { ids: [id], counts, total: sum(counts), electorate };
  });
  const isSmall = ({ total, electorate }: Row) => total < least || electorate < leastElectorate;
  const large = rows.filter((row) => !isSmall(row)).sort((a, b) => b.total - a.total);
  const small = rows.filter(isSmall);
  if (small.length === 0) return rows;
  let merged = small.reduce(merge);
  while (isSmall(merged)) {
    const next = large.pop();
    if (!next) return [];
    merged = merge(merged, next);
  }
  const kept = new Set(large);
  return [...rows.filter((row) => kept.has(row)), merged];
}

function merge(a: Row, b: Row): Row {
  return {
    ids: [...a.ids, ...b.ids],
    counts: a.counts.map((count, column) => count + b.counts[column]!),
    total: a.total + b.total,
    electorate: a.electorate + b.electorate,
  };
}

/** The cells to hide, or undefined where even hiding all of them tells too much. */
function hideCells(rows: Row[], least: number): Mask | undefined {
  const hidden: Mask = rows.map(({ counts, total }) =>
    counts.map((count) => count < least || total - count < least),
  );
  for (;;) {
    const cell = singleHidden(rows, hidden) ?? givenAway(rows, hidden, least);
    if (!cell) return hidden;
    const other = smallestBeside(rows, hidden, cell);
    if (!other) return undefined;
    hidden[other.row]![other.column] = true;
  }
}

type Cell = { row: number; column: number };

/** A cell that is the only hidden one of its row or column. */
function singleHidden(rows: Row[], hidden: Mask): (Cell & { line: "row" | "column" }) | undefined {
  const cells = cellsWhere(rows, hidden, true);
  for (const line of ["row", "column"] as const) {
    const single = cells.find((cell) => cells.filter((it) => it[line] === cell[line]).length === 1);
    if (single) return { ...single, line };
  }
  return undefined;
}

/** A hidden cell that totals and published cells narrow to fewer than `least` values. */
function givenAway(rows: Row[], hidden: Mask, least: number): Cell | undefined {
  const counts = rows.map((row) => row.counts);
  return cellsWhere(rows, hidden, true).find(
    (cell) => maxShift(counts, hidden, cell, 1) + maxShift(counts, hidden, cell, -1) < least,
  );
}

/** The published cell with the smallest count in the line that needs one, or else anywhere. */
function smallestBeside(
  rows: Row[],
  hidden: Mask,
  cell: Cell & { line?: "row" | "column" },
): Cell | undefined {
  const shown = cellsWhere(rows, hidden, false);
  const beside = shown.filter((it) =>
    cell.line
      ? it[cell.line] === cell[cell.line]
      : it.row === cell.row || it.column === cell.column,
  );
  const countOf = ({ row, column }: Cell) => rows[row]!.counts[column]!;
  return (beside.length > 0 ? beside : cell.line ? [] : shown).sort(
    (a, b) => countOf(a) - countOf(b),
  )[0];
}

function cellsWhere(rows: Row[], hidden: Mask, is: boolean): Cell[] {
  return rows.flatMap(({ counts }, row) =>
    counts.flatMap((_, column) => (hidden[row]![column] === is ? [{ row, column }] : [])),
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
