import type { CampaignPage } from "#wire/survey-pages.ts";
import type { Client } from "./standing.ts";

/** Workers' assemblies that a campaign leads to, the latest first. */
export async function assembliesOf(
  client: Client,
  campaignId: string,
): Promise<CampaignPage["assemblies"]> {
  const { rows } = await client.query<CampaignPage["assemblies"][number]>(
    `SELECT slug, titles, stage = 'gathering' AS gathering FROM workers_assembly
     WHERE campaign_id = $1 ORDER BY created_on DESC, id DESC LIMIT 10`,
    [campaignId],
  );
  return rows;
}
