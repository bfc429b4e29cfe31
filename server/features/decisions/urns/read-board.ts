import type { Pool } from "pg";
import type { BoardEntry } from "#domain/decisions/secret/board.ts";

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
  let after: Uint8Array = new Uint8Array();
  for (;;) {
    const { rows } = await pool.query<Row>(
      `SELECT credential, issue_signature, revision, sealed, signature FROM secret_ballot
       WHERE decision_id = $1 AND credential > $2 ORDER BY credential LIMIT ${SLICE}`,
      [decisionId, after],
    );
    if (rows.length > 0) yield rows.map(toEntry);
    const last = rows.at(-1);
    if (!last || rows.length < SLICE) return;
    after = last.credential;
  }
}

/** The same, one by one. */
export async function* readBoard(pool: Pool, decisionId: string): AsyncGenerator<BoardEntry> {
  for await (const slice of readBoardSlices(pool, decisionId)) yield* slice;
}

function toEntry({ issue_signature, ...entry }: Row): BoardEntry {
  return { ...entry, issueSignature: issue_signature };
}
