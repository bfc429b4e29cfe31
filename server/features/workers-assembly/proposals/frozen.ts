import { type FrozenProposal, frozenText } from "#domain/workers-assembly/frozen-list.ts";
import { type Client, findEdition } from "../edition.ts";

/** The proposals of a frozen list in the order of their numbers; none where it is not frozen. */
export async function frozenList(client: Client, editionId: string): Promise<FrozenProposal[]> {
  const { rows } = await client.query<FrozenProposal>(
    `SELECT id, number, kind, theme, city, language, sentence, paragraph FROM proposal
     WHERE workers_assembly_id = $1 AND number IS NOT NULL ORDER BY number`,
    [editionId],
  );
  return rows;
}

/** A text that still waits for a reviewer, in a language of the assembly. */
export type Unreviewed = { id: string; number: number; language: string; written: boolean };

/**
 * What keeps the vote from opening: texts of the frozen list that are missing, older than the
 * wording they render, or read by nobody but their writer.
 */
export async function unreviewed(client: Client, editionId: string): Promise<Unreviewed[]> {
  const { rows } = await client.query<Unreviewed>(
    `SELECT p.id, p.number, l.language, (t.proposal_id IS NOT NULL) AS written
     FROM workers_assembly w
     CROSS JOIN LATERAL unnest(w.languages) AS l (language)
     JOIN proposal p ON p.workers_assembly_id = w.id AND p.number IS NOT NULL
       AND p.language <> l.language
     LEFT JOIN proposal_text t ON t.proposal_id = p.id AND t.language = l.language
     WHERE w.id = $1
       AND (t.reviewed_by IS NULL OR t.of_revision < p.revision) ORDER BY p.number, l.language`,
    [editionId],
  );
  return rows;
}

/** The frozen list as anybody downloads it: its SHA-256 is the one that was published. */
export async function frozenFile(client: Client, slug: string): Promise<string | undefined> {
  const edition = await findEdition(client, slug);
  if (!edition?.listHash) return undefined;
  return frozenText(slug, await frozenList(client, edition.id));
}
