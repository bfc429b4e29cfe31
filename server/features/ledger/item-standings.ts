import type { Language } from "#domain/kernel/languages.ts";
import type { ItemState, Outcome } from "#domain/ledger/life.ts";
import type { Client } from "./repository.ts";

/** An item by its number and title, and where it stands: for pages that lead to it. */
export type ItemStanding = {
  id: string;
  number: number;
  title: string;
  language: Language;
  state: ItemState;
  /** Of the last answer; empty before the first. */
  outcome: Outcome | "";
};

/** Where some items stand, by their ids; what is not published is left out. */
export async function itemStandings(
  client: Client,
  ids: readonly string[],
): Promise<Map<string, ItemStanding>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<ItemStanding>(
    `SELECT id, number, title, language, state, outcome FROM ledger_item
     WHERE id = ANY($1::uuid[]) AND state <> 'draft'`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
