import { forSpreadsheet, writeCell } from "#domain/decisions/formats/csv-rows.ts";

/** Spreadsheets here read a semicolon, and letters beyond ASCII after this mark. */
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

/** A table as a spreadsheet here opens it: no cell of it runs as a formula. */
export function table(head: readonly string[], lines: Iterable<readonly string[]>): string {
  const texts = [BYTE_ORDER_MARK];
  const write = (line: readonly string[]) =>
    texts.push(line.map((cell) => writeCell(forSpreadsheet(cell))).join(";"), LINE_END);
  write(head);
  for (const line of lines) write(line);
  return texts.join("");
}
