import type { Translated } from "#domain/kernel/languages.ts";
import { optionOf } from "#domain/workers-assembly/ranking-plan.ts";
import type { ProposalKind } from "#domain/workers-assembly/stage.ts";
import type { RankedProposal } from "#wire/workers-ranking.ts";
import type { Client } from "../edition.ts";

/** A proposal of the frozen list, with its office by id too. */
export type ListedProposal = RankedProposal & { cityId: string };

type Row = {
  number: number;
  kind: ProposalKind;
  theme: string;
  cityId: string;
  city: string | null;
  texts: { language: string; sentence: string; paragraph: string }[];
};

/**
 * The frozen list by number: each in the words it was written in, and in those translations that
 * somebody else has reviewed since it last changed.
 */
export async function listedProposals(
  client: Client,
  editionId: string,
): Promise<ListedProposal[]> {
  const { rows } = await client.query<Row>(
    `SELECT p.number, p.kind, p.theme, p.city AS "cityId", o.name AS city,
       (SELECT json_agg(said) FROM (
          SELECT p.language, p.sentence, p.paragraph
          UNION ALL
          SELECT t.language, t.sentence, t.paragraph FROM proposal_text t
          WHERE t.proposal_id = p.id AND t.reviewed_by IS NOT NULL AND t.of_revision = p.revision
            AND t.language <> p.language) AS said) AS texts
     FROM proposal p LEFT JOIN office o ON o.id = p.city
     WHERE p.workers_assembly_id = $1 AND p.number IS NOT NULL ORDER BY p.number`,
    [editionId],
  );
  return rows.map(({ number, kind, theme, cityId, city, texts }) => {
    const said = (part: "sentence" | "paragraph") =>
      Object.fromEntries(texts.map((text) => [text.language, text[part]])) as Translated;
    return {
      option: optionOf(number),
      kind,
      theme,
      cityId,
      city: city ?? cityId,
      sentence: said("sentence"),
      paragraph: said("paragraph"),
    };
  });
}
