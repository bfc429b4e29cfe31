import type { TextReader } from "./text-reader.ts";

/** A cell without its quotes, and where it stands in the text. */
export type Cell = { value: string; at: number };

/** The separator of a table: the first of comma, semicolon (Excel in Belgium) or tab in its head. */
export function separatorOf(text: string): string {
  return /^(?:[^",;\t\n]|"[^"]*")*([,;\t])/.exec(text)?.[1] ?? ",";
}

/** Rows of RFC 4180 from where the reader is. Empty lines are no rows. @throws MalformedFile */
export function* readRows(reader: TextReader, separator: string): Generator<Cell[]> {
  while (!reader.ended) {
    const row: Cell[] = [];
    do row.push(readCell(reader, separator));
    while (reader.takes(separator));
    if (!reader.ended && !reader.takes("\n")) {
      reader.fail("a separator or the end of the line after a closing quote");
    }
    if (row.length > 1 || row[0]?.value !== "") yield row;
  }
}

function readCell(reader: TextReader, separator: string): Cell {
  const space = separator === "\t" ? SPACES : BLANKS;
  reader.match(space);
  const { at } = reader;
  if (reader.next !== '"') return { value: reader.match(PLAIN[separator]!).trim(), at };
  const quoted = reader.match(QUOTED);
  if (!quoted) reader.fail("a closing quote for this cell");
  reader.match(space);
  reader.takes("\r");
  return { value: quoted.slice(1, -1).replaceAll('""', '"'), at };
}

const SPACES = / */y;
const BLANKS = /[ \t]*/y;
const QUOTED = /"[^"]*(?:""[^"]*)*"/y;
const PLAIN: Record<string, RegExp> = { ",": /[^,\n]*/y, ";": /[^;\n]*/y, "\t": /[^\t\n]*/y };

/** A cell as RFC 4180 writes it, in quotes wherever a reader could stumble. */
export function writeCell(value: string): string {
  return /[",;\s]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * A text for a spreadsheet: an apostrophe keeps what begins like a formula from being run
 * (OWASP, CSV injection). `fromSpreadsheet` takes it away, so that what was written is read.
 */
export function forSpreadsheet(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function fromSpreadsheet(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** An apostrophe before one of the signs too, or reading would take away one that was there. */
const FORMULA = /^'*[=+\-@\t\r]/;
