import { CsvError, parse } from "csv-parse";
import { Readable } from "node:stream";

export type CsvLine = { line: number; cells: string[] };

/** A file that is no table: a quote that never closes, say. */
export class UnreadableCsv extends Error {
  constructor(readonly line: number) {
    super("unreadable CSV");
  }
}

/** Comma, semicolon or tab; UTF-8, or what Excel in Belgium calls CSV. Lines with their numbers. */
export async function* readCsv(content: Uint8Array): AsyncGenerator<CsvLine> {
  const text = decode(content);
  // No table has NUL in it, and PostgreSQL takes none.
  if (text.includes("\0")) throw new UnreadableCsv(1);
  const parser = Readable.from(chunks(text)).pipe(
    parse({
      bom: true,
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableCsv(Number(error["lines"] ?? 1));
    throw error;
  }
}

type Parsed = { record: string[]; info: { lines: number } };

/** How many lines there are about, for a bar that shows how far it is. */
export function countLines(content: Uint8Array): number {
  let lines = 0;
  for (const byte of content) if (byte === 0x0a) lines += 1;
  return lines;
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}

const CHUNK = 65_536;

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}
