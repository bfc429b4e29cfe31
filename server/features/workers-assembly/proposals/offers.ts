import type { MergeOffer } from "#wire/proposal-pages.ts";
import type { Client } from "../edition.ts";
import { WORDING } from "./cards.ts";
import { isoDay } from "../../../platform/instants.ts";

/**
 * Wordings that are offered for several and wait for their authors. For an author only those that
 * concern them; for the coordination all, counted.
 */
export async function openOffers(
  client: Client,
  editionId: string,
  { authorId, proposalId }: { authorId?: string; proposalId?: string } = {},
): Promise<MergeOffer[]> {
  const { rows } = await client.query<MergeOffer>(
    `SELECT m.id, m.kind, m.theme, m.city, m.language, m.sentence, m.paragraph, m.note,
       ${isoDay("m.answer_by")} AS "answerBy", m.authors,
       (SELECT count(*)::int FROM proposal_merge_consent c WHERE c.merge_id = m.id) AS agreed,
       EXISTS (SELECT FROM proposal_merge_consent c
         WHERE c.merge_id = m.id AND c.person_id = $2::uuid) AS mine,
       (SELECT json_agg(${WORDING("p")} ORDER BY p.id) FROM proposal_merge_part o
        JOIN proposal p ON p.id = o.proposal_id WHERE o.merge_id = m.id) AS parts
     FROM proposal_merge m WHERE m.workers_assembly_id = $1 AND m.state = 'open'
       AND ($3::uuid IS NULL OR EXISTS (SELECT FROM proposal_merge_part o
         WHERE o.merge_id = m.id AND o.proposal_id = $3))
       AND ($2::uuid IS NULL OR EXISTS (SELECT FROM proposal_merge_part o
         JOIN proposal_person b ON b.proposal_id = o.proposal_id AND b.part = 'author'
         WHERE o.merge_id = m.id AND b.person_id = $2))
     ORDER BY m.answer_by, m.id LIMIT 50`,
    [editionId, authorId ?? null, proposalId ?? null],
  );
  return rows;
}
