import type { Translated } from "#domain/kernel/languages.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { AssemblyDecision, FromProposal } from "#wire/ledger-pages.ts";
import { isoDay } from "../../platform/instants.ts";
import { sourcesOf } from "../workers-assembly/sources.ts";
import { type Client, OF_WORKERS } from "./repository.ts";

type Edition = Omit<FromProposal, "code" | "sources"> & {
  campaignId: string;
  proposalId: string;
  number: number;
};

/** The workers' assembly that an item comes from, and as what; nothing of any other item. */
export async function editionOfItem(client: Client, itemId: string): Promise<Edition | undefined> {
  const { rows } = await client.query<Edition>(
    `SELECT w.slug, w.titles, w.campaign_id AS "campaignId", p.id AS "proposalId", p.number,
       p.chosen_place IS NOT NULL AS chosen,
       EXISTS (SELECT FROM demand_book_version v WHERE v.workers_assembly_id = w.id) AS book
     FROM ledger_item i
     JOIN proposal p ON p.id = CASE WHEN ${OF_WORKERS("i")} THEN i.origin_id::uuid END
     JOIN workers_assembly w ON w.id = p.workers_assembly_id
     WHERE i.id = $1 AND p.number IS NOT NULL`,
    [itemId],
  );
  return rows[0];
}

/** The road of a workers' demand before it came here. */
export async function fromProposal(
  client: Client,
  itemId: string,
): Promise<(FromProposal & { campaignId: string }) | undefined> {
  const edition = await editionOfItem(client, itemId);
  if (!edition) return undefined;
  const { proposalId, number, ...rest } = edition;
  const sources = await sourcesOf(client, [proposalId]);
  return { ...rest, code: proposalCode(number), sources: sources.get(proposalId) ?? [] };
}

type Decided = Omit<AssemblyDecision, "titles"> & { texts: Translated<{ title: string }> };

/**
 * What the assemblies of a campaign adopted since the last answer to an item, by a vote that is
 * published, that stands, and that carries no contest yet: by these they may contest it. The latest
 * first.
 */
export async function decisionsToContest(
  client: Client,
  { campaignId, itemId }: { campaignId: string; itemId: string },
): Promise<AssemblyDecision[]> {
  const { rows } = await client.query<Decided>(
    `SELECT d.id, d.texts, ${isoDay("d.closed_at AT TIME ZONE 'Europe/Brussels'")} AS on
     FROM workers_assembly w JOIN decision d ON d.assembly_id = w.assembly_id
     JOIN tally t ON t.decision_id = d.id
     WHERE w.campaign_id = $1 AND d.method = 'resolution' AND d.phase = 'published'
       AND NOT d.rehearsal AND d.annulled_at IS NULL AND t.report->>'outcome' = 'adopted'
       AND d.closed_at > (SELECT max(m.at) FROM ledger_move m
         WHERE m.item_id = $2 AND m.event = 'answered')
       AND NOT EXISTS (SELECT FROM ledger_item i WHERE i.contested_by = d.id)
     ORDER BY d.closed_at DESC LIMIT 30`,
    [campaignId, itemId],
  );
  return rows.map(({ texts, ...rest }) => ({ ...rest, titles: titlesOf(texts) }));
}

function titlesOf(texts: Translated<{ title: string }>): Translated {
  return Object.fromEntries(
    Object.entries(texts).map(([language, { title }]) => [language, title]),
  );
}
