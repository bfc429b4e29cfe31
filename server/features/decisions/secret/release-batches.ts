import type { Platform } from "../../../platform/platform.ts";
import { inTransaction } from "../../../platform/database.ts";
import { lockVote } from "./secret-vote.ts";

/** So many latecomers are released at once… */
const FULL_BATCH = 10;
/** …or however many there are once the first has been seen waiting for this long. */
const PATIENCE_MS = 30_000;

/**
 * Lets latecomers' credentials be signed, many at the same moment: who received theirs alone would
 * be known by the ballot that follows. How long they wait is kept in memory, never with the mark.
 */
export function createReleaseBatches(platform: Platform): () => Promise<void> {
  const seenAt = new Map<string, number>();
  return async () => {
    const { rows } = await platform.pool.query<{ decision_id: string; waiting: number }>(
      `SELECT decision_id, count(*)::int AS waiting FROM credential_issue
       WHERE batch IS NULL GROUP BY decision_id`,
    );
    const waiting = new Set(rows.map((row) => row.decision_id));
    for (const id of seenAt.keys()) if (!waiting.has(id)) seenAt.delete(id);

    const now = platform.clock.now().getTime();
    for (const row of rows) {
      const first = seenAt.get(row.decision_id) ?? now;
      seenAt.set(row.decision_id, first);
      if (row.waiting < FULL_BATCH && now - first < PATIENCE_MS) continue;
      await release(platform, row.decision_id);
      seenAt.delete(row.decision_id);
    }
  };
}

/** After the close nobody is released: the close removes marks that never became a credential. */
function release({ pool }: Platform, decisionId: string): Promise<void> {
  return inTransaction(pool, async (client) => {
    const vote = await lockVote(client, decisionId);
    if (vote?.phase !== "draft" && vote?.phase !== "open") return;
    await client.query(
      `WITH next AS (
         UPDATE urn SET last_batch = last_batch + 1 WHERE decision_id = $1 RETURNING last_batch
       )
       UPDATE credential_issue SET batch = next.last_batch FROM next
       WHERE decision_id = $1 AND batch IS NULL`,
      [decisionId],
    );
  });
}
