import { withoutNulls } from "#domain/kernel/json.ts";
import type { BookSource } from "#domain/workers-assembly/book.ts";
import type { Client } from "./edition.ts";

/**
 * What proposals came from, with what was merged into them: answers of a survey, workshops, labs.
 * Each leads to its page where everybody may read it.
 */
export async function sourcesOf(
  client: Client,
  proposalIds: readonly string[],
): Promise<Map<string, BookSource[]>> {
  const { rows } = await client.query<{ root: string; sources: BookSource[] }>(
    `WITH RECURSIVE chain AS (
       SELECT id AS root, id FROM proposal WHERE id = ANY($1::uuid[])
       UNION ALL
       SELECT chain.root, m.id FROM chain JOIN proposal m ON m.merged_into = chain.id
     ), origin AS (
       SELECT DISTINCT ON (c.root, s.kind, s.source) c.root, s.kind,
         coalesce(d.text, l.title, nullif(s.label, ''), s.source) AS label,
         coalesce(d.language, l.language, CASE WHEN h.title ? o.language THEN o.language END)
           AS language,
         CASE WHEN v.phase = 'published' THEN '/surveys/' || v.slug || '/results#demand-' || d.id
           WHEN l.id IS NOT NULL THEN '/smartlab/' || l.slug
           WHEN h.id IS NOT NULL THEN '/assembly/' || a.slug || '/programme/sessions/' || h.id END
           AS link
       FROM chain c JOIN proposal o ON o.id = c.id JOIN proposal_source s ON s.proposal_id = c.id
       LEFT JOIN survey_demand d ON s.kind = 'survey-demand' AND d.id::text = s.source
       LEFT JOIN survey v ON v.id = d.survey_id
       LEFT JOIN lab l ON s.kind = 'lab' AND l.id::text = s.source
       LEFT JOIN programme_session h ON s.kind IN ('workshop', 'conference')
         AND h.id::text = s.source
       LEFT JOIN assembly a ON a.id = h.assembly_id AND a.kind <> 'workers'
     )
     SELECT root, json_agg(json_build_object('kind', kind, 'label', label, 'language', language,
       'link', link) ORDER BY kind, label) AS sources
     FROM origin GROUP BY root`,
    [proposalIds],
  );
  return new Map(rows.map(({ root, sources }) => [root, sources.map(withoutNulls)]));
}
