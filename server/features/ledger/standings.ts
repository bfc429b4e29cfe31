import type { ItemCard, StateCounts } from "#wire/ledger-pages.ts";
import { isoDay } from "../../platform/instants.ts";
import { type Client, STANDING } from "./repository.ts";

/** An item as it stood on a day. */
export type ItemOnDay = ItemCard & { answeredOn?: string };

/** A day to come is not known yet: today's. */
export function dayOf(on: string | undefined, today: string): string {
  return on && on < today ? on : today;
}

/** How many stand where. */
export function countsOf(rows: readonly ItemCard[]): StateCounts {
  const count = (holds: (row: ItemCard) => boolean) => rows.filter(holds).length;
  return {
    entered: rows.length,
    waiting: count(({ state }) => state === "waiting"),
    late: count(({ late }) => late !== undefined),
    accepted: count(({ outcome }) => outcome === "accepted"),
    adapted: count(({ outcome }) => outcome === "adapted"),
    refused: count(({ outcome }) => outcome === "refused"),
    referred: count(({ outcome }) => outcome === "referred"),
    done: count(({ progress }) => progress === "done"),
  };
}

/**
 * Where items stood at the end of a day, in Brussels: all, or those with these ids. `m` is the last
 * line of each up to then; merged and withdrawn ones are out.
 */
export async function standingsOn(
  client: Client,
  on: string,
  ids: readonly string[] | null = null,
): Promise<ItemOnDay[]> {
  const { rows } = await client.query<ItemOnDay>(
    `SELECT i.id, i.number, i.kind, i.language, i.title, i.theme, i.city, i.debated,
       m.contested, ${isoDay("i.entered_at AT TIME ZONE 'Europe/Brussels'")} AS "enteredOn",
       ${isoDay("m.answered AT TIME ZONE 'Europe/Brussels'")} AS "answeredOn",
       ${STANDING("m")}
     FROM (
       SELECT DISTINCT ON (item_id) *, 
         max(at) FILTER (WHERE event = 'answered') OVER whole AS answered,
         coalesce(bool_or(event = 'contested') OVER whole, false) AS contested
       FROM ledger_move
       WHERE at < (($1::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels')
         AND ($2::uuid[] IS NULL OR item_id = ANY($2))
       WINDOW whole AS (PARTITION BY item_id)
       ORDER BY item_id, id DESC
     ) m JOIN ledger_item i ON i.id = m.item_id
     WHERE m.state IN ('waiting', 'answered') ORDER BY i.number`,
    [on, ids],
  );
  return rows;
}
