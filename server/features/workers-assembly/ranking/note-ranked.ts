import type { PoolClient } from "pg";

/**
 * When the count is published: which proposals were chosen, in which order, and that the assembly can
 * prepare its day. In the transaction that publishes, so that no page knows one without the other. A
 * vote that repeats an annulled one takes its place.
 */
export async function noteRanked(client: PoolClient, decisionId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE workers_assembly SET ranking_id = $1, stage = 'ranked', revision = revision + 1
     WHERE stage = 'ranking' AND ranking_id IN
       ($1, (SELECT repeats_id FROM decision WHERE id = $1)) RETURNING id`,
    [decisionId],
  );
  const [edition] = rows;
  if (!edition) return;
  await client.query(
    `UPDATE proposal p SET chosen_place = won.place
     FROM tally t CROSS JOIN LATERAL
       jsonb_array_elements_text(t.report->'winners') WITH ORDINALITY AS won(option, place)
     WHERE t.decision_id = $1 AND p.workers_assembly_id = $2
       AND p.number = substr(won.option, 2)::int`,
    [decisionId, edition.id],
  );
}
