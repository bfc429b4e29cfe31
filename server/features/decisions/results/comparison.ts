import type { Pool } from "pg";
import { compareMethods, type OtherCount } from "#domain/decisions/comparison.ts";
import { isMethodName } from "#domain/decisions/registry.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { decisionReport } from "../queries.ts";
import { lockDecision } from "../repository.ts";
import { readCounted } from "./counted-ballots.ts";

/** What other methods would have given, for whoever may see the count. */
export async function readComparison(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<Result<OtherCount[]>> {
  const counted = await decisionReport(pool, actor, decisionId);
  if (!counted.ok) return counted;
  const { rows } = await pool.query<{ comparison: OtherCount[] | null }>(
    "SELECT comparison FROM tally WHERE decision_id = $1",
    [decisionId],
  );
  const comparison = rows[0]?.comparison;
  return comparison ? ok(comparison) : refuse("not-counted");
}

/**
 * Job process: counts the ballots by the other methods, and keeps what they gave. A recount after a
 * lot throws it away, and it is done again.
 */
export async function compareDecision(platform: Platform, decisionId: string): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "counted" && decision?.phase !== "published") return;
    const { method } = decision.ballot;
    if (!isMethodName(method) || method === "resolution") return;
    const { counting, profile } = await readCounted(client, decision);
    const { rule, tie = { kind: "none" as const } } = counting;
    const others = compareMethods({ method, rule, tie }, profile);
    await client.query("UPDATE tally SET comparison = $2 WHERE decision_id = $1", [
      decisionId,
      JSON.stringify(others),
    ]);
  });
}

/** Counted elections that nobody has counted by other methods yet. */
export async function uncomparedDecisions(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT t.decision_id AS id FROM tally t JOIN decision d ON d.id = t.decision_id
     WHERE t.comparison IS NULL AND d.method <> 'resolution' ORDER BY t.counted_at LIMIT 20`,
  );
  return rows.map(({ id }) => id);
}
