import { withoutNulls } from "#domain/kernel/json.ts";
import type { ItemPage } from "#wire/ledger-pages.ts";
import type { Client } from "./repository.ts";

type Merging = Pick<ItemPage, "merged" | "merge">;

const other = (item: string) =>
  `json_build_object('number', ${item}.number, 'title', ${item}.title, 'language', ${item}.language)`;

/** Wordings that go on in an item, and what is asked of its authors. */
export async function mergingOf(
  client: Client,
  itemId: string,
  reader: string | null,
): Promise<Merging> {
  const { rows } = await client.query<Merging>(
    `SELECT
       (SELECT coalesce(json_agg(${other("i")} ORDER BY i.number), '[]') FROM ledger_item i
        WHERE i.merged_into = $1) AS merged,
       (SELECT json_build_object('itemId', m.item_id, 'item', ${other("i")},
          'into', ${other("o")}, 'note', m.note,
          'agreed', EXISTS (SELECT FROM ledger_consent c
            WHERE c.item_id = m.item_id AND c.into_id = m.into_id AND c.person_id = $2))
        FROM ledger_merge m JOIN ledger_item i ON i.id = m.item_id
        JOIN ledger_item o ON o.id = m.into_id
        WHERE m.state = 'open' AND (m.item_id = $1 OR m.into_id = $1)
          AND i.state = 'waiting' AND o.state = 'waiting' LIMIT 1) AS merge`,
    [itemId, reader],
  );
  return withoutNulls(rows[0]!);
}
