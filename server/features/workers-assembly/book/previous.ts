import type { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { PreviousPage, previousSearch } from "#wire/workers-book.ts";
import { isoDay } from "../../../platform/instants.ts";
import type { Platform } from "../../../platform/platform.ts";
import { withLateness } from "../../ledger/cards.ts";
import { rememberUntilNextMove } from "../../ledger/remember.ts";
import { countsOf, dayOf, type ItemOnDay, standingsOn } from "../../ledger/standings.ts";
import { type Client, editionHead, findEdition } from "../edition.ts";

type Asked = z.infer<typeof previousSearch> & { slug: string };
type Before = { id: string; slug: string; titles: Translated; meetsOn?: string };

/** Of each kind; the rest is in the ledger. */
const LISTED = 50;

/** The page of what came before; what became of it is worked out once for its many readers. */
export function createPreviousPage(platform: Platform) {
  const remembered = rememberUntilNextMove<Became>(platform.pool);
  return (actor: Actor, asked: Asked) => previousPage(platform, remembered, { actor, asked });
}

type Became = Omit<NonNullable<PreviousPage["previous"]>, "slug" | "titles" | "meetsOn">;
type Remembered = ReturnType<typeof rememberUntilNextMove<Became>>;

/**
 * What became, by a day, of all that the assembly before this one asked for: worked out from the
 * history of each item, so that the same day always gives the same answer (rules 3.2.8).
 */
async function previousPage(
  platform: Platform,
  remembered: Remembered,
  { actor, asked: { slug, on } }: { actor: Actor; asked: Asked },
): Promise<Result<PreviousPage>> {
  const { pool, clock } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const head = await editionHead(platform, actor, edition);
  const before = edition.previousId ? await editionBefore(pool, edition.previousId) : undefined;
  if (!before) return ok({ head });
  const today = dayInBrussels(clock.now());
  const day = dayOf(on, today);
  const became = await remembered(`${before.id}/${day}/${today}`, () =>
    readBecame(pool, before.id, { on: day, today }),
  );
  const { slug: previous, titles, meetsOn } = before;
  const about = { slug: previous, titles, ...(meetsOn ? { meetsOn } : {}) };
  return ok({ head, previous: { ...about, ...became } });
}

async function readBecame(
  client: Client,
  editionId: string,
  { on, today }: { on: string; today: string },
): Promise<Became> {
  const rows = await itemsOf(client, editionId, on);
  const late = rows.filter((row) => row.late !== undefined);
  const others = rows.filter((row) => row.late === undefined);
  const some = (of: Themed[]) => ({ count: of.length, items: of.slice(0, LISTED) });
  return {
    on,
    today,
    total: countsOf(rows),
    themes: themesOf(rows),
    late: some(late),
    open: some(others.filter(isOpen)),
    closed: some(others.filter((row) => !isOpen(row))),
  };
}

type Themed = ItemOnDay & { themeTitles: Translated };

/** What is still owed or on the way: an answer, or a promise that is not kept yet. */
function isOpen({ state, outcome, progress }: ItemOnDay): boolean {
  if (state === "waiting") return true;
  return outcome !== "refused" && progress !== "done" && progress !== "set-aside";
}

async function editionBefore(client: Client, id: string): Promise<Before | undefined> {
  const { rows } = await client.query<Before & { meetsOn: string | null }>(
    `SELECT id, slug, titles, ${isoDay("meets_on")} AS "meetsOn"
     FROM workers_assembly WHERE id = $1`,
    [id],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { meetsOn, ...rest } = found;
  return { ...rest, ...(meetsOn ? { meetsOn } : {}) };
}

async function itemsOf(client: Client, editionId: string, day: string): Promise<Themed[]> {
  const { rows } = await client.query<{ id: string; titles: Translated }>(
    `SELECT i.id, coalesce(t.value->'titles', '{}') AS titles
     FROM proposal p JOIN workers_assembly w ON w.id = p.workers_assembly_id
     JOIN campaign c ON c.id = w.campaign_id
     JOIN ledger_item i ON i.origin_feature = 'workers-assembly' AND i.origin_id = p.id::text
     LEFT JOIN LATERAL jsonb_array_elements(c.themes) t ON t.value->>'id' = p.theme
     WHERE w.id = $1`,
    [editionId],
  );
  const themes = new Map(rows.map(({ id, titles }) => [id, titles]));
  const standings = await standingsOn(client, day, [...themes.keys()]);
  return standings.map((row) => ({
    ...withLateness(row, day),
    themeTitles: themes.get(row.id) ?? {},
  }));
}

function themesOf(rows: readonly Themed[]) {
  const byTheme = new Map<string, Themed[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.themeTitles);
    byTheme.set(key, [...(byTheme.get(key) ?? []), row]);
  }
  return [...byTheme.values()].map((of) => ({
    titles: of[0]!.themeTitles,
    counts: countsOf(of),
  }));
}
