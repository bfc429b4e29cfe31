import type { Pool } from "pg";
import type { OtherCount } from "#domain/decisions/comparison.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Compared } from "#wire/decision-results.ts";
import type { Platform } from "../../../platform/platform.ts";
import { countApart } from "../counting/count-apart.ts";
import { gatherClosed } from "../counting/closed-ballots.ts";
import { decisionReport } from "../queries.ts";
import { readDecision } from "../repository.ts";

type Counted = { id: string; seats: number | null; report: string };

/**
 * Counts by the other methods what was counted by one: asked by nobody in a hurry, so the job
 * process does it afterwards, and outside of every lock. A count that changes meanwhile (a lot was
 * drawn) is compared again.
 */
export async function compareMissing(platform: Platform): Promise<void> {
  const { rows } = await platform.pool.query<Counted>(
    `SELECT t.decision_id AS id, (t.report->'seats')::int AS seats, md5(t.report::text) AS report
     FROM tally t JOIN decision d ON d.id = t.decision_id
     WHERE t.comparison IS NULL AND d.method <> 'resolution' LIMIT 5`,
  );
  for (const counted of rows) {
    const comparison = await compare(platform.pool, counted);
    await platform.pool.query(
      `UPDATE tally SET comparison = $2 WHERE decision_id = $1 AND md5(report::text) = $3`,
      [counted.id, JSON.stringify(comparison), counted.report],
    );
  }
}

async function compare(pool: Pool, { id, seats }: Counted): Promise<OtherCount[]> {
  const decision = await readDecision(pool, id);
  if (!decision) return [];
  const { counting, ballots } = await gatherClosed(pool, decision);
  const { method, ballot: definition, tie = { kind: "none" } } = counting;
  return countApart("compare", { own: { method, seats: seats ?? 1, definition, tie }, ballots });
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
