import type { Translated } from "#domain/kernel/languages.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import {
  type Book,
  type BookProposal,
  type BookSource,
  inBookOrder,
  type Wording,
} from "#domain/workers-assembly/book.ts";
import type { DemandText, GradedDemand } from "#domain/workers-assembly/graded-demand.ts";
import { proposalCode, type ProposalKind } from "#domain/workers-assembly/stage.ts";
import type { Client, Edition } from "../edition.ts";
import { sourcesOf } from "../sources.ts";
import { rankingOf } from "./ranking.ts";

/** What its coordination writes around the demands. */
export type Around = { foreword: Translated; recruited: Translated; present?: number };

/** The book as the proposals, the ranking and the day leave it. */
export async function bookContent(
  client: Client,
  edition: Edition,
  { around, graded }: { around: Around; graded: readonly GradedDemand[] },
): Promise<Book> {
  const rows = await proposalsOf(client, edition.id);
  const sources = await sourcesOf(
    client,
    rows.map(({ id }) => id),
  );
  const { approvals, turnout } = await rankingOf(client, edition);
  const proposals = rows.map(({ chosenPlace, ...row }) => ({
    proposal: proposalOf(row, {
      approvals: approvals.get(proposalCode(row.number)),
      sources: sources.get(row.id) ?? [],
    }),
    chosenPlace,
  }));
  const demands = inBookOrder(
    proposals.flatMap(({ proposal, chosenPlace }) =>
      chosenPlace === undefined ? [] : [{ ...proposal, chosenPlace }],
    ),
    graded,
  );
  const debated = new Set(demands.map(({ id }) => id));
  return {
    format: "palabre-book/1",
    titles: edition.titles,
    campaign: { slug: edition.campaignSlug, titles: edition.campaignTitles },
    themes: edition.themes,
    ...(edition.meetsOn ? { meetsOn: edition.meetsOn } : {}),
    place: edition.place,
    ...around,
    ...(turnout ? { ranking: turnout } : {}),
    demands,
    annex: proposals.map(({ proposal }) => proposal).filter(({ id }) => !debated.has(id)),
  };
}

type Row = Wording & {
  id: string;
  number: number;
  kind: ProposalKind;
  theme: string;
  city: string;
  supports: number;
  chosenPlace?: number;
  texts: DemandText[];
  wordings: Wording[];
};

type Told = { approvals: number | undefined; sources: BookSource[] };

function proposalOf(row: Omit<Row, "chosenPlace">, { approvals, sources }: Told): BookProposal {
  const { id, number, kind, theme, city, supports, texts, wordings } = row;
  const { language, sentence, paragraph } = row;
  return {
    ...{ id, code: proposalCode(number), kind, theme, city },
    texts: [{ language, sentence, paragraph, stale: false }, ...texts],
    supports,
    ...(approvals === undefined ? {} : { approvals }),
    sources,
    wordings,
  };
}

/** SQL: one text as JSON. */
const wording = (from: string) =>
  `'language', ${from}.language, 'sentence', ${from}.sentence, 'paragraph', ${from}.paragraph`;

/** The frozen list by number, each with what was merged into it. */
async function proposalsOf(client: Client, editionId: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `WITH RECURSIVE chain AS (
       SELECT id AS root, id FROM proposal
       WHERE workers_assembly_id = $1 AND number IS NOT NULL AND state = 'open'
       UNION ALL
       SELECT chain.root, m.id FROM chain JOIN proposal m ON m.merged_into = chain.id
     )
     SELECT p.id, p.number, p.kind, p.theme, coalesce(o.name, '') AS city, p.language, p.sentence,
       p.paragraph, p.supports, p.chosen_place AS "chosenPlace",
       (SELECT coalesce(json_agg(json_build_object(${wording("t")},
            'stale', t.reviewed_by IS NULL OR t.of_revision < p.revision) ORDER BY t.language), '[]')
        FROM proposal_text t WHERE t.proposal_id = p.id AND t.language <> p.language) AS texts,
       (SELECT coalesce(json_agg(json_build_object(${wording("m")}) ORDER BY m.sentence), '[]')
        FROM chain c JOIN proposal m ON m.id = c.id
        WHERE c.root = p.id AND m.id <> p.id) AS wordings
     FROM proposal p LEFT JOIN office o ON o.id = p.city
     WHERE p.workers_assembly_id = $1 AND p.number IS NOT NULL AND p.state = 'open'
     ORDER BY p.number`,
    [editionId],
  );
  return rows.map((row) => withoutNulls(row));
}
