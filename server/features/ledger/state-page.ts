import type { z } from "zod";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import type { Progress } from "#domain/ledger/life.ts";
import type { ItemCard, StateCounts, StatePage, stateSearch } from "#wire/ledger-pages.ts";
import { openTable } from "../../platform/csv-table.ts";
import type { Platform } from "../../platform/platform.ts";
import { withLateness } from "./cards.ts";
import { type Client, STANDING } from "./repository.ts";

/** Days before a state of play whose answers it names. */
const LATELY_DAYS = 190;
const LISTED = 12;
/** States of play that this process remembers. */
const KEPT = 24;

type Asked = z.infer<typeof stateSearch>;

/**
 * Where everything stood on a day: the last line of each item's history up to it. The history only
 * grows, so a state of play is worked out once for the first of the many who come to read it.
 */
export function createStateOfPlay({ pool, clock }: Platform): (asked: Asked) => Promise<StatePage> {
  const known = new Map<string, Promise<StatePage>>();

  return async ({ on }) => {
    const today = dayInBrussels(clock.now());
    const day = dayOf(on, today);
    const { rows } = await pool.query<{ last: string | null }>(
      "SELECT max(id) AS last FROM ledger_move",
    );
    const key = `${day}/${rows[0]?.last ?? ""}/${today}`;
    const found = known.get(key) ?? readState(pool, day, today);
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.delete(key));
    for (const old of known.keys()) if (known.size > KEPT) known.delete(old);
    return found;
  };
}

/** A day to come is not known yet: today's. */
function dayOf(on: string | undefined, today: string): string {
  return on && on < today ? on : today;
}

type Row = ItemCard & { answeredOn?: string };

const COLUMNS = [
  "number",
  "kind",
  "language",
  "theme",
  "city",
  "enteredOn",
  "addressee",
  "state",
  "outcome",
  "answeredOn",
  "progress",
  "dueOn",
  "promisedOn",
  "late",
  "title",
] as const satisfies readonly (keyof Row)[];

/** The same as open data: RFC 4180, a line an item. */
export async function stateTable(
  { pool, clock }: Platform,
  { on }: Asked,
): Promise<{ day: string; text: string }> {
  const day = dayOf(on, dayInBrussels(clock.now()));
  const rows = await standingsOn(pool, day);
  const lines = rows.map((row) => {
    const shown: Row = withLateness(row, day);
    return COLUMNS.map((column) => String(shown[column] ?? ""));
  });
  return { day, text: openTable([COLUMNS, ...lines]) };
}

async function readState(client: Client, on: string, today: string): Promise<StatePage> {
  const rows = (await standingsOn(client, on)).map((row) => withLateness(row, on));
  const themes = [...new Set(rows.map(({ theme }) => theme))].sort();
  const progress: Partial<Record<Progress, number>> = {};
  for (const row of rows) progress[row.progress] = (progress[row.progress] ?? 0) + 1;
  const owedSince = (row: ItemCard) => (row.late === "answer" ? row.dueOn : row.promisedOn) ?? "";
  const since = addDays(on, -LATELY_DAYS);
  return {
    on,
    today,
    total: countsOf(rows),
    themes: themes.map((theme) => ({
      theme,
      counts: countsOf(rows.filter((row) => row.theme === theme)),
    })),
    progress,
    late: rows
      .filter(({ late }) => late !== undefined)
      .sort((a, b) => owedSince(a).localeCompare(owedSince(b)))
      .slice(0, LISTED),
    answered: rows
      .filter(({ answeredOn }) => answeredOn !== undefined && answeredOn >= since)
      .sort((a, b) => (b.answeredOn ?? "").localeCompare(a.answeredOn ?? "") || a.number - b.number)
      .slice(0, LISTED),
  };
}

function countsOf(rows: readonly ItemCard[]): StateCounts {
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

/** `m` is where it stood at the end of that day, in Brussels; merged and withdrawn ones are out. */
async function standingsOn(client: Client, on: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT i.id, i.number, i.kind, i.language, i.title, i.theme, i.city, i.debated,
       m.contested, to_char(i.entered_at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS "enteredOn",
       to_char(m.answered AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS "answeredOn",
       ${STANDING("m")}
     FROM (
       SELECT DISTINCT ON (item_id) *, 
         max(at) FILTER (WHERE event = 'answered') OVER whole AS answered,
         coalesce(bool_or(event = 'contested') OVER whole, false) AS contested
       FROM ledger_move
       WHERE at < (($1::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels')
       WINDOW whole AS (PARTITION BY item_id)
       ORDER BY item_id, id DESC
     ) m JOIN ledger_item i ON i.id = m.item_id
     WHERE m.state IN ('waiting', 'answered') ORDER BY i.number`,
    [on],
  );
  return rows;
}
