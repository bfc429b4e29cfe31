import { BALLOT_SHAPES, type BallotShape } from "../ballot.ts";
import type { BallotGroup } from "../profile.ts";
import { readMarks, wholeCell } from "./csv-marks.ts";
import { type Cell, fromSpreadsheet, readRows, separatorOf } from "./csv-rows.ts";
import { checkBallots, type ElectionFile, MOST_OPTIONS, walkable } from "./election-file.ts";
import { TextReader } from "./text-reader.ts";

/** What a row holds: ballots of one shape, blank ones, papers nobody could read, or the names. */
export const ROW_KINDS = [...BALLOT_SHAPES, "blank", "invalid", "name"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * Reads our table of ballots, one row for equal ones. Columns: `count` (1 where there is no such
 * column), `kind` (`shape` where there is none), then one for each option, its id on top; what the
 * cells say is told by `readMarks`. A first row of kind `name` names the options.
 * @throws MalformedFile
 */
export function readCsv(text: string, shape?: BallotShape): ElectionFile {
  const reader = new TextReader(text);
  const table = readHead(reader, separatorOf(text), shape);
  const names = readNames(reader, table) ?? table.options;
  const { at } = reader;
  const totals = { invalid: 0 };
  const found = checkBallots(reader, readBallots(reader, table, totals), totals);
  return {
    names,
    profile: {
      options: table.options,
      ballots: walkable(() => readBallots(new TextReader(text, at), table, { invalid: 0 })),
      invalid: totals.invalid,
    },
    ...(found ? { shape: found } : {}),
  };
}

type Table = {
  separator: string;
  /** Columns before those of the options, at most one of each. */
  lead: string[];
  options: string[];
  shape?: BallotShape;
};

function readHead(reader: TextReader, separator: string, shape?: BallotShape): Table {
  const [head] = readRows(reader, separator);
  if (!head)
    return reader.fail("a first line with the columns count, kind and one for each option");
  const lead: string[] = [];
  for (const name of ["count", "kind"]) if (head[lead.length]?.value === name) lead.push(name);
  if (!lead.includes("kind") && !shape) reader.fail("a column kind", head[0]?.at);
  const options = readIds(reader, head.slice(lead.length));
  return { separator, lead, options, ...(shape ? { shape } : {}) };
}

function readIds(reader: TextReader, cells: Cell[]): string[] {
  if (cells.length > MOST_OPTIONS) reader.fail(`at most ${MOST_OPTIONS} options`, cells[0]?.at);
  const ids = new Set<string>();
  for (const { value, at } of cells) {
    const id = fromSpreadsheet(value);
    if (id === "") reader.fail("the id of an option", at);
    if (ids.has(id)) reader.fail("an option that has no column yet", at);
    ids.add(id);
  }
  return [...ids];
}

/** The names of the first row if it holds names; leaves the reader before the first ballot. */
function readNames(reader: TextReader, table: Table): string[] | undefined {
  const { at } = reader;
  const [row] = readRows(reader, table.separator);
  if (row && leadCell(row, table, "kind")?.value === "name") {
    checkLength(reader, row, table);
    return row.slice(table.lead.length).map(({ value }) => fromSpreadsheet(value));
  }
  reader.at = at;
  return undefined;
}

/** The ballots; papers that could not be read are added to `totals`. */
function* readBallots(
  reader: TextReader,
  table: Table,
  totals: { invalid: number },
): Generator<BallotGroup> {
  for (const row of readRows(reader, table.separator)) {
    checkLength(reader, row, table);
    const counted = leadCell(row, table, "count");
    const count = counted ? wholeCell(reader, counted, "how many ballots say this", 0) : 1;
    const kind = kindOf(reader, row, table);
    const cells = row.slice(table.lead.length);
    const said = cells
      .map(({ value, at }, index) => ({ option: table.options[index]!, value, at }))
      .filter(({ value }) => value !== "");
    if ((kind === "blank" || kind === "invalid") && said[0]) {
      reader.fail(`nothing in the cells of a row of kind ${kind}`, said[0].at);
    }
    if (kind === "invalid") totals.invalid += count;
    else yield { content: readMarks(reader, kind, said), count };
  }
}

function kindOf(reader: TextReader, row: Cell[], table: Table): Exclude<RowKind, "name"> {
  const cell = leadCell(row, table, "kind");
  const kind = cell ? ROW_KINDS.find((known) => known === cell.value) : table.shape;
  if (kind && kind !== "name") return kind;
  const known = ROW_KINDS.filter((it) => it !== "name");
  return reader.fail(`one of the kinds ${known.join(", ")}`, cell?.at);
}

function leadCell(row: Cell[], { lead }: Table, name: string): Cell | undefined {
  const at = lead.indexOf(name);
  return at === -1 ? undefined : row[at];
}

function checkLength(reader: TextReader, row: Cell[], { lead, options }: Table): void {
  const expected = lead.length + options.length;
  if (row.length !== expected) {
    reader.fail(
      `${expected} cells in this row, as in the first one`,
      row[expected]?.at ?? row[0]?.at,
    );
  }
}
