import type { PoolClient } from "pg";

/** What a vote endured so far, read under its lock. */
export type Endured = {
  openedAt: Date | null;
  closesAt: Date | null;
  suspendedAt: Date | null;
  holdUntil: Date | null;
  annulled: boolean;
};

/** The decision must be locked by the caller. */
export async function readEndured(client: PoolClient, decisionId: string): Promise<Endured> {
  const { rows } = await client.query<Endured>(
    `SELECT opened_at AS "openedAt", closes_at AS "closesAt", suspended_at AS "suspendedAt",
       hold_until AS "holdUntil", annulled_at IS NOT NULL AS annulled
     FROM decision WHERE id = $1`,
    [decisionId],
  );
  if (!rows[0]) throw new Error("a locked decision is gone");
  return rows[0];
}
