export type Way = "up" | "down";

/** The same with the one at this index a place further; at an end it stays. */
export function afterMove<T>(items: readonly T[], index: number, way: Way): T[] {
  const other = way === "up" ? index - 1 : index + 1;
  const [one, neighbour] = [items[index], items[other]];
  const after = [...items];
  if (one === undefined || neighbour === undefined) return after;
  after[index] = neighbour;
  after[other] = one;
  return after;
}

/** What the button of an option asks for, as its form says it without scripts. */
export function moveNamed(intent: string): { row: string; way: Way } | undefined {
  const [, way, row] = /^(up|down)\.(\d+)$/.exec(intent) ?? [];
  return row === undefined ? undefined : { row, way: way as Way };
}
