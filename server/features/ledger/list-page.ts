import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { plainText } from "#domain/live-session/words.ts";
import type { ItemListPage, ItemSearch } from "#wire/ledger-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { groupCards, isLate, itemCards, mayAnswerFor, PUBLISHED, standsSo } from "./cards.ts";
import type { Client } from "./repository.ts";

const ROWS = 25;

/** Items by what one looks for, by number. */
export async function ledgerList(
  { pool, clock }: Platform,
  actor: Actor,
  search: ItemSearch,
): Promise<ItemListPage> {
  const today = dayInBrussels(clock.now());
  const { condition, values } = conditionOf(search, today);
  const [items, total, facets, groups, counts] = await Promise.all([
    itemCards(pool, today, {
      condition,
      values,
      limit: { rows: ROWS, from: (search.page - 1) * ROWS },
    }),
    countOf(pool, condition, values),
    facetsOf(pool),
    groupCards(pool),
    countsOf(pool, today),
  ]);
  return {
    search,
    items,
    total,
    pages: Math.max(1, Math.ceil(total / ROWS)),
    ...facets,
    groups,
    counts,
    rights: {
      write: can(actor, "ledger.write", COOPERATIVE),
      answer: mayAnswerFor(actor).length > 0,
    },
  };
}

function conditionOf({ kind, standing, theme, city, group, words }: ItemSearch, today: string) {
  const values: string[] = [];
  const parts = [PUBLISHED];
  const asks = (value: string, part: (place: string) => string) => {
    if (value === "") return;
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  asks(kind, (place) => `i.kind = ${place}`);
  asks(theme, (place) => `i.theme = ${place}`);
  asks(city, (place) => `i.city = ${place}`);
  asks(group, (place) => `i.group_id = (SELECT id FROM ledger_group WHERE slug = ${place})`);
  if (standing === "late") asks(today, (place) => standsSo(standing, place));
  else if (standing !== "") parts.push(standsSo(standing, ""));
  for (const word of plainText(words)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 6) ?? []) {
    asks(
      `%${word}%`,
      (place) => `(${PLAIN} LIKE ${place} OR i.number::text = trim('%' FROM ${place}))`,
    );
  }
  return { condition: parts.join(" AND "), values };
}

// As plainText() writes it, for the letters that our four languages have.
const PLAIN = `translate(lower(i.title || ' ' || i.text),
  'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')`;

async function countOf(client: Client, condition: string, values: string[]): Promise<number> {
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ledger_item i WHERE ${condition}`,
    values,
  );
  return rows[0]?.total ?? 0;
}

async function facetsOf(client: Client): Promise<{ themes: string[]; cities: string[] }> {
  const { rows } = await client.query<{ themes: string[]; cities: string[] }>(
    `SELECT coalesce(array_agg(DISTINCT i.theme) FILTER (WHERE i.theme <> ''), '{}') AS themes,
       coalesce(array_agg(DISTINCT i.city) FILTER (WHERE i.city <> ''), '{}') AS cities
     FROM ledger_item i WHERE ${PUBLISHED}`,
  );
  return rows[0] ?? { themes: [], cities: [] };
}

async function countsOf(client: Client, today: string): Promise<ItemListPage["counts"]> {
  const { rows } = await client.query<ItemListPage["counts"]>(
    `SELECT count(*)::int AS entered, (count(*) FILTER (WHERE i.outcome <> ''))::int AS answered,
       (count(*) FILTER (WHERE ${isLate("$1")}))::int AS late
     FROM ledger_item i WHERE ${PUBLISHED}`,
    [today],
  );
  return rows[0] ?? { entered: 0, answered: 0, late: 0 };
}
