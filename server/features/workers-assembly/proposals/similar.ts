import { mostSimilar } from "#domain/kernel/similarity.ts";
import { stems } from "#domain/kernel/word-stems.ts";
import type { Wording } from "#wire/proposal-pages.ts";
import type { SimilarSearch } from "#wire/proposals.ts";
import type { Client } from "../edition.ts";

/** So many are looked at closely: those that hold the most of its words. */
const LOOKED_AT = 200;
const STEMS_MOST = 14;
const SHOWN = 4;

/**
 * Open proposals that resemble a text, the most alike first: in its own language, those that were
 * written in another through their reviewed rendering.
 */
export async function similarTo(
  client: Client,
  editionId: string,
  { text, language }: SimilarSearch,
): Promise<Wording[]> {
  const words = stems(text, language).slice(0, STEMS_MOST);
  if (words.length < 2) return [];
  const { rows } = await client.query<Wording>(
    `SELECT id, kind, theme, language, sentence, paragraph, city FROM (
       SELECT p.id, p.kind, p.theme, $2 AS language, coalesce(t.sentence, p.sentence) AS sentence,
         coalesce(t.paragraph, p.paragraph) AS paragraph, p.city,
         coalesce(t.plain, p.plain) AS plain
       FROM proposal p LEFT JOIN proposal_text t ON t.proposal_id = p.id AND t.language = $2
         AND t.reviewed_by IS NOT NULL
       WHERE p.workers_assembly_id = $1 AND p.state = 'open'
         AND (p.language = $2 OR t.proposal_id IS NOT NULL)) readable
     CROSS JOIN LATERAL (SELECT count(*) AS held FROM unnest($3::text[]) AS w (word)
       WHERE readable.plain LIKE '%' || w.word || '%') counted
     WHERE held >= 2 ORDER BY held DESC, id LIMIT ${LOOKED_AT}`,
    [editionId, language, words],
  );
  const written = rows.map((one) => ({ one, language, text: `${one.sentence} ${one.paragraph}` }));
  return mostSimilar(text, written, { limit: SHOWN, language }).map(({ one }) => one);
}
