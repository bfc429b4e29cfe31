import type { Pool } from "pg";
import type { Bytes } from "#domain/decisions/secret/bytes.ts";
import { equalBytes } from "#domain/decisions/secret/bytes.ts";
import { openingContext, openShare } from "#domain/decisions/secret/seal.ts";
import { fingerprint } from "#domain/decisions/secret/shares.ts";

type Row = { person_id: string; sealed: Buffer; fingerprint: Buffer };

/**
 * The right shares that were given to this process for one urn. A wrong one is taken away, so that
 * its keeper is asked again: it was sealed for another purpose, or is not what they were dealt.
 */
export async function readGivenShares(
  pool: Pool,
  decisionId: string,
  { opener, boxSecret }: { opener: string; boxSecret: Bytes },
): Promise<Bytes[]> {
  const { rows } = await pool.query<Row>(
    `SELECT g.person_id, g.sealed, s.fingerprint
     FROM urn_share_given g JOIN urn_share s USING (decision_id, person_id)
     WHERE g.decision_id = $1 AND g.opener = $2 ORDER BY g.person_id`,
    [decisionId, opener],
  );
  const right: Bytes[] = [];
  for (const row of rows) {
    const share = await openShare(boxSecret, openingContext(decisionId, opener), row.sealed);
    if (share && equalBytes(await fingerprint(share), row.fingerprint)) right.push(share);
    else {
      await pool.query(
        "DELETE FROM urn_share_given WHERE decision_id = $1 AND person_id = $2 AND sealed = $3",
        [decisionId, row.person_id, row.sealed],
      );
    }
  }
  return right;
}
