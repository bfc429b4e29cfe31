import type { Client } from "../edition.ts";

// P07 before the words of every language, and no longer than a title is.
const titled = (titles: string, code: string) => `(
  SELECT jsonb_object_agg(key, left(CASE ${code} WHEN '' THEN '' ELSE ${code} || ' · ' END || value, 160))
  FROM jsonb_each_text(${titles}))`;

type Item = {
  assemblyId: string;
  purpose: "debate" | "decide";
  /** In every language it exists in. */
  title: object;
  summary: object;
  /** P07, before the title. */
  code?: string;
  minutes: number;
};

/** One more thing that the plenary takes up, after what its agenda has. */
export async function addItem(client: Client, itemId: string, item: Item): Promise<void> {
  const { assemblyId, purpose, title, summary, code = "", minutes } = item;
  await client.query(
    `INSERT INTO agenda_item (id, assembly_id, position, purpose, title, summary, minutes)
     SELECT $1, $2, 1 + coalesce((SELECT max(position) FROM agenda_item WHERE assembly_id = $2), 0),
       $3::"ItemPurpose", ${titled("$4::jsonb", "$5::text")}, $6, $7`,
    [itemId, assemblyId, purpose, JSON.stringify(title), code, JSON.stringify(summary), minutes],
  );
}

type TextItem = { assemblyId: string; code: string; minutes?: number; title?: object };

/** The time that the plenary gives to a text, and what it calls it, until it has come to it. */
export async function changeTextItem(client: Client, item: TextItem): Promise<void> {
  const { assemblyId, code, minutes = null, title } = item;
  await client.query(
    `UPDATE agenda_item SET minutes = coalesce($3, minutes),
       title = coalesce(${titled("$4::jsonb", "$2::text")}, title)
     WHERE assembly_id = $1 AND purpose = 'debate' AND phase = 'upcoming'
       AND EXISTS (SELECT FROM jsonb_each_text(title) WHERE starts_with(value, $2 || ' · '))`,
    [assemblyId, code, minutes, title ? JSON.stringify(title) : null],
  );
}
