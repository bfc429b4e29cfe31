import type { z } from "zod";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import type { Progress } from "#domain/ledger/life.ts";
import type { ItemCard, StatePage, stateSearch } from "#wire/ledger-pages.ts";
import { openTable } from "../../platform/csv-table.ts";
import type { Platform } from "../../platform/platform.ts";
import { withLateness } from "./cards.ts";
import { rememberUntilNextMove } from "./remember.ts";
import type { Client } from "./repository.ts";
import { countsOf, dayOf, type ItemOnDay, standingsOn } from "./standings.ts";

/** Days before a state of play whose answers it names. */
const LATELY_DAYS = 190;
const LISTED = 12;

type Asked = z.infer<typeof stateSearch>;

/**
 * Where everything stood on a day: the last line of each item's history up to it. The history only
 * grows, so a state of play is worked out once for the first of the many who come to read it.
 */
export function createStateOfPlay({ pool, clock }: Platform): (asked: Asked) => Promise<StatePage> {
  const remembered = rememberUntilNextMove<StatePage>(pool);

  return ({ on }) => {
    const today = dayInBrussels(clock.now());
    const day = dayOf(on, today);
    return remembered(`${day}/${today}`, () => readState(pool, day, today));
  };
}

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
] as const satisfies readonly (keyof ItemOnDay)[];

/** The same as open data: RFC 4180, a line an item. */
export async function stateTable(
  { pool, clock }: Platform,
  { on }: Asked,
): Promise<{ day: string; text: string }> {
  const day = dayOf(on, dayInBrussels(clock.now()));
  const rows = await standingsOn(pool, day);
  const lines = rows.map((row) => {
    const shown: ItemOnDay = withLateness(row, day);
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
