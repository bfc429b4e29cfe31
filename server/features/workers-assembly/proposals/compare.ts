import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type Comparable, similarPairs } from "#domain/workers-assembly/similar-pairs.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { JobTools } from "../../../platform/jobs.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, onEdition } from "../edition.ts";

/** Has all open proposals compared with each other, by a job that says how far it is. */
export async function askComparison(
  platform: Platform,
  actor: Actor,
  { slug }: ProposalCommands["proposal.compare"],
): Promise<Result<null>> {
  const asked = await onEdition(platform, actor, slug, async (client, edition) => {
    if (edition.stage !== "gathering") return refuse("proposal-frozen");
    await client.query(
      `INSERT INTO proposal_search (workers_assembly_id, total)
       SELECT $1, count(*) FROM proposal WHERE workers_assembly_id = $1 AND state = 'open'
       ON CONFLICT (workers_assembly_id) DO UPDATE SET run = proposal_search.run + 1,
         state = 'waiting', done = 0, total = excluded.total`,
      [edition.id],
    );
    await platform.outbox.write(client, [jobOf(edition.id)]);
    return ok(null);
  });
  if (asked.ok) platform.outbox.kick();
  return asked;
}

const jobOf = (workersAssemblyId: string) =>
  ({
    topic: "job",
    name: "proposals.compare",
    key: workersAssemblyId,
    payload: { workersAssemblyId },
  }) as const;

/** Searches whose job died with its queue: asked for again. */
export async function enqueueMissingComparisons({ pool, jobs }: Platform): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT workers_assembly_id AS id FROM proposal_search WHERE state IN ('waiting', 'running')`,
  );
  for (const { id } of rows) {
    const { name, key, payload } = jobOf(id);
    await jobs.add(name, key, payload);
  }
}

/** The job: what a person has judged stays judged, everything else is found anew. */
export async function compareProposals(
  { pool }: Platform,
  editionId: string,
  tools: JobTools,
): Promise<void> {
  const { rowCount } = await pool.query(
    `UPDATE proposal_search SET state = 'running'
     WHERE workers_assembly_id = $1 AND state IN ('waiting', 'running')`,
    [editionId],
  );
  if (rowCount === 0) return;
  const proposals = await comparable(pool, editionId);
  const pairs = await similarPairs(proposals, async (done) => {
    await pool.query(
      "UPDATE proposal_search SET done = $2, total = $3 WHERE workers_assembly_id = $1",
      [editionId, done, proposals.length],
    );
    await tools.progress(done / proposals.length);
  });
  await inTransaction(pool, async (client) => {
    await client.query(
      "DELETE FROM proposal_pair WHERE workers_assembly_id = $1 AND state = 'found'",
      [editionId],
    );
    await client.query(
      `INSERT INTO proposal_pair (a_id, b_id, workers_assembly_id, score, language)
       SELECT a, b, $1, round(score * 1000), language
       FROM jsonb_to_recordset($2::jsonb) AS pair (a uuid, b uuid, score float8, language text)
       ON CONFLICT DO NOTHING`,
      [editionId, JSON.stringify(pairs)],
    );
    await client.query(
      `UPDATE proposal_search SET state = 'done', done = $2, total = $2, found = $3
       WHERE workers_assembly_id = $1`,
      [editionId, proposals.length, pairs.length],
    );
  });
}

/** Open proposals in their own language and in those they were reviewed in. */
async function comparable(client: Client, editionId: string): Promise<Comparable[]> {
  const { rows } = await client.query<Comparable>(
    `SELECT p.id, json_build_array(json_build_object('language', p.language,
         'text', p.sentence || ' ' || p.paragraph))::jsonb || coalesce(
       (SELECT jsonb_agg(jsonb_build_object('language', t.language,
          'text', t.sentence || ' ' || t.paragraph)) FROM proposal_text t
        WHERE t.proposal_id = p.id AND t.reviewed_by IS NOT NULL
          AND t.of_revision = p.revision), '[]') AS texts
     FROM proposal p WHERE p.workers_assembly_id = $1 AND p.state = 'open' ORDER BY p.id`,
    [editionId],
  );
  return rows;
}

/** A person says whether the two are alike; who is behind them does not matter. */
export function judgePair(
  platform: Platform,
  actor: Actor,
  { slug, a, b, verdict }: ProposalCommands["proposal.judge-pair"],
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition) => {
    if (edition.stage !== "gathering") return refuse("proposal-frozen");
    const { rowCount } = await client.query(
      `UPDATE proposal_pair SET state = $4 WHERE workers_assembly_id = $1
         AND a_id = least($2::uuid, $3::uuid) AND b_id = greatest($2::uuid, $3::uuid)`,
      [edition.id, a, b, verdict],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}
