import type { OpenOnThemes } from "#wire/ledger-pages.ts";
import { itemCards } from "./cards.ts";
import type { Client } from "./repository.ts";

const LISTED = 6;

/** SQL: the names of a campaign's themes ($1), in every language they have. */
const NAMES = `
  SELECT lower(name.value) FROM campaign c, jsonb_array_elements(c.themes) AS theme,
    jsonb_each_text(theme.value->'titles') AS name WHERE c.id = $1`;

/** SQL: an answer is owed, or what was promised is not done. */
const OPEN = `(i.state = 'waiting' OR (i.state = 'answered' AND i.outcome <> 'refused'
  AND i.progress NOT IN ('done', 'set-aside')))`;

/**
 * What was asked for on the themes of a campaign and is still open: told before it begins, so that
 * nobody asks again for what somebody owes already (S-17).
 */
export async function openOnThemes(
  client: Client,
  today: string,
  campaignId: string,
): Promise<OpenOnThemes> {
  const condition = `${OPEN} AND (lower(i.theme) IN (${NAMES}) OR EXISTS (
    SELECT FROM proposal p JOIN workers_assembly w ON w.id = p.workers_assembly_id
    JOIN campaign a ON a.id = w.campaign_id, jsonb_array_elements(a.themes) AS theme,
      jsonb_each_text(theme.value->'titles') AS name
    WHERE i.origin_feature = 'workers-assembly' AND p.id::text = i.origin_id
      AND theme.value->>'id' = p.theme AND lower(name.value) IN (${NAMES})))`;
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ledger_item i WHERE ${condition}`,
    [campaignId],
  );
  const items = await itemCards(client, today, {
    condition,
    values: [campaignId],
    order: "i.due_on NULLS LAST, i.number",
    limit: { rows: LISTED, from: 0 },
  });
  return { count: rows[0]!.count, items };
}
