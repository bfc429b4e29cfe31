import type { Pool } from "pg";
import { compareMethods, type OtherCount } from "#domain/decisions/comparison.ts";
import { isMethodName } from "#domain/decisions/registry.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Compared } from "#wire/decision-results.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { decisionReport } from "../queries.ts";
import { readCounted } from "./read-counted.ts";

/**
 * Counts by the other methods what was counted by one: asked by nobody in a hurry, so the job
 * process does it afterwards, and outside of every lock. A count that changes meanwhile (a lot was
 * drawn) is compared again.
 */
export async function compareMissing(platform: Platform): Promise<void> {
  const { rows } = await platform.pool.query<{ id: string; report: string }>(
    `SELECT t.decision_id AS id, md5(t.report::text) AS report
     FROM tally t JOIN decision d ON d.id = t.decision_id
     WHERE t.comparison IS NULL AND d.method <> 'resolution' LIMIT 5`,
  );
  for (const { id, report } of rows) {
    const comparison = await compare(platform, id);
    await platform.pool.query(
      `UPDATE tally SET comparison = $2 WHERE decision_id = $1 AND md5(report::text) = $3`,
      [id, JSON.stringify(comparison), report],
    );
  }
}

async function compare(platform: Platform, decisionId: string): Promise<OtherCount[]> {
  const counted = await inTransaction(platform.pool, (client) => readCounted(client, decisionId));
  if (!counted || !isMethodName(counted.counting.method)) return [];
  const { counting, profile, report } = counted;
  return compareMethods(profile, {
    method: counting.method,
    seats: "seats" in report ? (report.seats ?? 1) : 1,
    definition: counting.ballot,
    tie: counting.tie ?? { kind: "none" },
  });
}

/** What the other methods would have given, for whoever may see the count; empty while unknown. */
export async function comparisonOf(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<Result<Compared[]>> {
  const counted = await decisionReport(pool, actor, decisionId);
  if (!counted.ok) return counted;
  const { options } = counted.value.page;
  const { rows } = await pool.query<{ comparison: OtherCount[] | null }>(
    "SELECT comparison FROM tally WHERE decision_id = $1",
    [decisionId],
  );
  const named = (ids: string[]) =>
    ids.map((id) => options.find((option) => option.id === id) ?? { id, label: {} });
  return ok(
    (rows[0]?.comparison ?? []).map(({ method, winners, tied }) => ({
      method,
      winners: named(winners),
      tied: named(tied),
    })),
  );
}
