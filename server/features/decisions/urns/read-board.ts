import type { Pool } from "pg";
import type { BoardEntry } from "#domain/decisions/secret/board.ts";
import { readSlices } from "../counting/read-slices.ts";

const SLICE = 500;

type Row = {
  credential: Buffer;
  issue_signature: Buffer;
  revision: number;
  sealed: Buffer;
  signature: Buffer;
};

/** The ballots of an urn in the order of the board, some at a time. */
export async function* readBoardSlices(
  pool: Pool,
  decisionId: string,
): AsyncGenerator<BoardEntry[]> {
  const slices = readSlices<Row>(SLICE, (last) =>
    pool.query(
      `SELECT credential, issue_signature, revision, sealed, signature FROM secret_ballot
       WHERE decision_id = $1 AND credential > $2 ORDER BY credential LIMIT ${SLICE}`,
      [decisionId, last?.credential ?? new Uint8Array()],
    ),
  );
  for await (const rows of slices) yield rows.map(toEntry);
}

/** The same, one by one. */
export async function* readBoard(pool: Pool, decisionId: string): AsyncGenerator<BoardEntry> {
  for await (const slice of readBoardSlices(pool, decisionId)) yield* slice;
}

function toEntry({ issue_signature, ...entry }: Row): BoardEntry {
  return { ...entry, issueSignature: issue_signature };
}
