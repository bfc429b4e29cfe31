import type { DemandText, GradedDemand } from "#domain/workers-assembly/graded-demand.ts";
import type { Client } from "../edition.ts";

/** What a debate left: the last text in its languages, how many it made, what was not agreed. */
export type FinalText = Pick<GradedDemand, "proposalId" | "versions" | "dissent"> & {
  number: number;
  texts: DemandText[];
};

/**
 * The final texts of a day, by number. The language of the debate comes first; a rendering that is
 * behind says so.
 */
export async function finalTexts(client: Client, editionId: string): Promise<FinalText[]> {
  const { rows } = await client.query<FinalText>(
    `SELECT p.id AS "proposalId", p.number, v.version - 1 AS versions,
       jsonb_build_array(jsonb_build_object('language', v.language, 'sentence', v.sentence,
         'paragraph', v.paragraph, 'stale', false)) || coalesce((
         SELECT jsonb_agg(jsonb_build_object('language', t.language, 'sentence', t.sentence,
           'paragraph', t.paragraph, 'stale', t.of_version < v.version OR NOT t.reviewed)
           ORDER BY t.language)
         FROM debate_text t WHERE t.debate_id = d.id AND t.language <> v.language), '[]') AS texts,
       coalesce((SELECT jsonb_agg(jsonb_build_object('ground', o.ground, 'language', o.language,
           'text', o.note) ORDER BY o.number)
         FROM debate_objection o WHERE o.debate_id = d.id AND o.state = 'dissent'), '[]') AS dissent
     FROM debate d JOIN proposal p ON p.id = d.proposal_id
     CROSS JOIN LATERAL (SELECT * FROM debate_version t WHERE t.debate_id = d.id
       ORDER BY version DESC LIMIT 1) v
     WHERE d.workers_assembly_id = $1 ORDER BY p.number`,
    [editionId],
  );
  return rows;
}
