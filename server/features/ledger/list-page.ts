import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { plainText } from "#domain/kernel/word-stems.ts";
import type { ItemListPage, ItemSearch } from "#wire/ledger-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { groupCards, isLate, itemCards, mayAnswerFor, PUBLISHED, standsSo } from "./cards.ts";
import { cycleCards } from "./cycles.ts";
import { rememberUntilNextMove } from "./remember.ts";
import type { Client } from "./repository.ts";

const ROWS = 15;

/** The list of items; what there is in all is counted once for everybody. */
export function createLedgerList(platform: Platform) {
  const remembered = rememberUntilNextMove<Whole>(platform.pool);
  return (actor: Actor, search: ItemSearch) => ledgerList(platform, remembered, { actor, search });
}

type Remembered = ReturnType<typeof rememberUntilNextMove<Whole>>;

/** Items by what one looks for, the latest first. */
async function ledgerList(
  { pool, clock }: Platform,
  remembered: Remembered,
  { actor, search }: { actor: Actor; search: ItemSearch },
): Promise<ItemListPage> {
  const today = dayInBrussels(clock.now());
  const { condition, values } = conditionOf(search, today);
  const [items, total, whole, groups, cycles] = await Promise.all([
    itemCards(pool, today, {
      condition,
      values,
      limit: { rows: ROWS, from: (search.page - 1) * ROWS },
    }),
    countOf(pool, condition, values),
    remembered(today, () => wholeOf(pool, today)),
    groupCards(pool),
    cycleCards(pool),
  ]);
  return {
    search,
    items,
    total,
    pages: Math.max(1, Math.ceil(total / ROWS)),
    ...whole,
    groups,
    cycles,
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
      (place) => `(i.plain LIKE ${place} OR i.number::text = trim('%' FROM ${place}))`,
    );
  }
  return { condition: parts.join(" AND "), values };
}

async function countOf(client: Client, condition: string, values: string[]): Promise<number> {
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ledger_item i WHERE ${condition}`,
    values,
  );
  return rows[0]?.total ?? 0;
}

type Whole = Pick<ItemListPage, "themes" | "cities" | "counts">;

/** What there is in all, whatever one looks for. */
async function wholeOf(client: Client, today: string): Promise<Whole> {
  const { rows } = await client.query<Whole>(
    `SELECT coalesce(array_agg(DISTINCT i.theme) FILTER (WHERE i.theme <> ''), '{}') AS themes,
       coalesce(array_agg(DISTINCT i.city) FILTER (WHERE i.city <> ''), '{}') AS cities,
       json_build_object('entered', count(*), 'answered', count(*) FILTER (WHERE i.outcome <> ''),
         'late', count(*) FILTER (WHERE ${isLate("$1")})) AS counts
     FROM ledger_item i WHERE ${PUBLISHED}`,
    [today],
  );
  return rows[0]!;
}
