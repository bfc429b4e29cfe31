import { ok } from "../../kernel/result.ts";
import type { BallotShape } from "../ballot.ts";
import { readBlt } from "./blt.ts";
import { readCsv } from "./csv.ts";
import type { ElectionFile } from "./election-file.ts";
import { PREFLIB_TYPES, readPrefLib } from "./preflib.ts";
import { readTallyBundle } from "./tally-bundle.ts";
import { type FormatProblem, MalformedFile } from "./text-reader.ts";

type Reader = (text: string, shape?: BallotShape) => ElectionFile;

/** Readers by what file names end with. */
export const FORMATS: Readonly<Record<string, Reader>> = {
  blt: readBlt,
  csv: readCsv,
  json: readTallyBundle,
  ...Object.fromEntries(PREFLIB_TYPES.map((type) => [type, readPrefLib])),
};

export type Malformed = { ok: false; problem: FormatProblem };

/**
 * Reads an election file whole, or says where it stops making sense: never a part of it. `format`
 * is a name in `FORMATS`; `shape` is what a table without a column `kind` holds.
 */
export function readElection(
  format: string,
  text: string,
  shape?: BallotShape,
): { ok: true; value: ElectionFile } | Malformed {
  const read = FORMATS[format];
  if (!read) throw new RangeError(`There is no format ${format}`);
  try {
    return ok(read(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, shape));
  } catch (error) {
    if (error instanceof MalformedFile) return { ok: false, problem: error.problem };
    throw error;
  }
}

const BYTE_ORDER_MARK = "\uFEFF";
