import { forSpreadsheet, writeCell } from "#domain/decisions/formats/csv-rows.ts";

/** Spreadsheets here read a semicolon, and letters beyond ASCII after this mark. */
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

type Line = readonly string[];

/** A table as a spreadsheet here opens it: no cell of it runs as a formula. */
export function table(head: Line, lines: Iterable<Line>): string {
  return BYTE_ORDER_MARK + written([head, ...lines], ";");
}

/** The same as open data, for programs as well: RFC 4180, by comma. The first line is the head. */
export function openTable(lines: Iterable<Line>): string {
  return written(lines, ",");
}

function written(lines: Iterable<Line>, separator: string): string {
  const texts: string[] = [];
  for (const line of lines) {
    texts.push(line.map((cell) => writeCell(forSpreadsheet(cell))).join(separator), LINE_END);
  }
  return texts.join("");
}
