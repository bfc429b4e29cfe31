/**
 * How far a hidden cell could be higher (`direction` 1) or lower (−1) than it is, with the published
 * cells and all totals as they are and no count below 0: what a reader cannot know. Raising a cell
 * lowers another hidden one in its column, which raises one in that row, and so on back to the row it
 * began in; so this is the largest flow from its column to its row over the other hidden cells.
 */
export function maxShift(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  cell: { row: number; column: number },
  direction: 1 | -1,
): number {
  const left = counts.map((row) => [...row]);
  const own = counts[cell.row]![cell.column]!;
  const most = direction === 1 ? Infinity : own;
  let shift = 0;
  while (shift < most) {
    const path = findPath(left, hidden, cell, direction);
    if (!path) break;
    // Cells of the path fall and rise in turn; those that fall say how far.
    const falling = path.filter((_, at) => (at % 2 === 0) === (direction === 1));
    const by = Math.min(most - shift, ...falling.map(({ row, column }) => left[row]![column]!));
    if (by === Infinity) return Infinity;
    path.forEach(({ row, column }, at) => {
      left[row]![column]! += (at % 2 === 0) === (direction === 1) ? -by : by;
    });
    shift += by;
  }
  return shift;
}

type Cell = { row: number; column: number };

/** A row or column that was reached, and the hidden cells on the way. */
type Reached = { line: "row" | "column"; at: number; cells: Cell[] };

/**
 * Hidden cells from the column of `start` to its row: the first in that column, then one in the same
 * row, and so on. Cells that must fall hold something. Shortest first, so the augmenting ends.
 */
function findPath(
  left: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  start: Cell,
  direction: 1 | -1,
): Cell[] | undefined {
  const usable = ({ row, column }: Cell, falls: boolean) =>
    hidden[row]![column]! &&
    !(row === start.row && column === start.column) &&
    (!falls || left[row]![column]! > 0);
  const beyond = ({ line, at, cells }: Reached): Reached[] =>
    line === "column"
      ? left
          .map((_, row) => ({ row, column: at }))
          .filter((cell) => usable(cell, direction === 1))
          .map((cell) => ({ line: "row", at: cell.row, cells: [...cells, cell] }))
      : left[at]!.map((_, column) => ({ row: at, column }))
          .filter((cell) => usable(cell, direction === -1))
          .map((cell) => ({ line: "column", at: cell.column, cells: [...cells, cell] }));

  const reached: Reached[] = [{ line: "column", at: start.column, cells: [] }];
  const seen = new Set([`column ${start.column}`]);
  for (const from of reached) {
    if (from.line === "row" && from.at === start.row) return from.cells;
    for (const next of beyond(from)) {
      const key = `${next.line} ${next.at}`;
      if (!seen.has(key)) reached.push(next);
      seen.add(key);
    }
  }
  return undefined;
}
