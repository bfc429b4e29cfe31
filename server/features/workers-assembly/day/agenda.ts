import type { Client } from "../edition.ts";

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
       $3::"ItemPurpose", (SELECT jsonb_object_agg(key, left($5 || value, 160)) FROM jsonb_each_text($4)),
       $6, $7`,
    [
      itemId,
      assemblyId,
      purpose,
      JSON.stringify(title),
      code === "" ? "" : `${code} · `,
      JSON.stringify(summary),
      minutes,
    ],
  );
}
