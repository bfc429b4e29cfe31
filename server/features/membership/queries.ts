import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ImportReport } from "#domain/membership/register-import.ts";
import type { Movements, RollForward, Stock } from "#domain/membership/stock.ts";
import { rollForward } from "#domain/membership/stock.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Platform } from "../../platform/platform.ts";

/** Members on a day, and how each year led to the next. */
export type RegisterFigures = {
  asOf: string;
  stock: Stock;
  categories: { id: string; label: Translated }[];
  /** Newest first; `declared` is what was published, or what the register counts. */
  years: (RollForward & { year: number; published: boolean })[];
  /** People the register knows besides members, by what they are. */
  around: Record<string, number>;
  badAddresses: number;
};

const YEARS_SHOWN = 3;

/** The figures of the register as of a day (today where none is given). */
export async function registerFigures(
  platform: Platform,
  actor: Actor,
  input: { asOf?: string },
): Promise<Result<RegisterFigures>> {
  if (!can(actor, "register.read", COOPERATIVE)) return refuse("not-allowed");
  const { pool } = platform;
  const asOf = input.asOf ?? dayInBrussels(platform.clock.now());
  const last = Number(asOf.slice(0, 4));
  const numbers = Array.from({ length: YEARS_SHOWN }, (_, back) => last - back);
  const stocks = await stocksOn(platform, [
    asOf,
    ...numbers.flatMap((year) => [`${year - 1}-12-31`, endOf(year, asOf)]),
  ]);
  const [years, categories, around, bad] = await Promise.all([
    Promise.all(numbers.map((year) => yearOf(platform, year, asOf, stocks))),
    pool.query<{ id: string; label: Translated }>(
      "SELECT id, label FROM member_category ORDER BY id",
    ),
    pool.query<{ kind: string; persons: number }>(
      `SELECT kind, count(DISTINCT person_id)::int AS persons FROM affiliation
       WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) GROUP BY kind`,
      [asOf],
    ),
    pool.query<{ persons: number }>(
      "SELECT count(*)::int AS persons FROM person WHERE email_status <> 'working'",
    ),
  ]);
  return ok({
    asOf,
    stock: stocks.get(asOf) ?? NOBODY,
    categories: categories.rows,
    years,
    around: Object.fromEntries(around.rows.map(({ kind, persons }) => [kind, persons])),
    badAddresses: bad.rows[0]?.persons ?? 0,
  });
}

const NOBODY: Stock = { total: 0, byCategory: {}, shares: 0 };

/** Each day once: a year opens with what the year before closed with. */
async function stocksOn(platform: Platform, days: string[]): Promise<Map<string, Stock>> {
  const once = [...new Set(days)];
  const stocks = await Promise.all(once.map((day) => stockOn(platform, day)));
  return new Map(once.map((day, index) => [day, stocks[index] ?? NOBODY]));
}

/** The last day of a year, or the day asked for within it. */
function endOf(year: number, asOf: string): string {
  return asOf < `${year}-12-31` ? asOf : `${year}-12-31`;
}

/** The stock derived from events, as app/domain/membership/stock.ts defines it, in one statement. */
async function stockOn({ pool }: Platform, day: string): Promise<Stock> {
  const { rows } = await pool.query<{ category: string; members: number; shares: number }>(
    `SELECT coalesce(category, '') AS category, count(*)::int AS members,
       coalesce(sum(shares), 0)::int AS shares
     FROM (
       SELECT
         (array_agg(kind ${LATEST_FIRST})
           FILTER (WHERE kind NOT IN ('category_changed', 'shares_changed', 'refused')))[1] AS kind,
         (array_agg(category_id ${LATEST_FIRST}) FILTER (WHERE category_id IS NOT NULL))[1]
           AS category,
         (array_agg(shares ${LATEST_FIRST}) FILTER (WHERE shares IS NOT NULL))[1] AS shares
       FROM membership_event WHERE effective_on <= $1 GROUP BY person_id
     ) AS standing
     WHERE kind = 'admitted' GROUP BY 1 ORDER BY 1`,
    [day],
  );
  return {
    total: rows.reduce((sum, row) => sum + row.members, 0),
    shares: rows.reduce((sum, row) => sum + row.shares, 0),
    byCategory: Object.fromEntries(rows.map((row) => [row.category, row.members])),
  };
}

// Two events of one day count in the order in which they were recorded.
const LATEST_FIRST = "ORDER BY effective_on DESC, recorded_at DESC, id DESC";

async function yearOf(
  platform: Platform,
  year: number,
  asOf: string,
  stocks: ReadonlyMap<string, Stock>,
) {
  const end = endOf(year, asOf);
  const [movements, published] = await Promise.all([
    movementsOf(platform, `${year}-01-01`, end),
    platform.pool.query<{ value: string }>(
      "SELECT value FROM dated_fact WHERE key = 'members.total' AND year = $1 AND value IS NOT NULL",
      [year],
    ),
  ]);
  const [opening, closing] = [stocks.get(`${year - 1}-12-31`), stocks.get(end)];
  const declared = end.endsWith("-12-31") ? published.rows[0] : undefined;
  const counted = (closing ?? NOBODY).total;
  return {
    year,
    published: declared !== undefined,
    ...rollForward(
      (opening ?? NOBODY).total,
      movements,
      declared ? Number(declared.value) : counted,
    ),
  };
}

/**
 * What was decided or took effect in a period. An exclusion recorded and not in effect is counted
 * where it was recorded: it shows as a difference until somebody explains it (V9).
 */
async function movementsOf(
  { pool }: Platform,
  from: string,
  to: string,
): Promise<Partial<Movements>> {
  const { rows } = await pool.query<{ kind: keyof Movements; events: number }>(
    `SELECT kind, count(*)::int AS events FROM membership_event
     WHERE kind NOT IN ('refused', 'category_changed', 'shares_changed')
       AND coalesce(effective_on, (recorded_at AT TIME ZONE 'Europe/Brussels')::date)
         BETWEEN $1 AND $2
     GROUP BY kind`,
    [from, to],
  );
  return Object.fromEntries(rows.map(({ kind, events }) => [kind, events]));
}

/** Imports, the newest first. */
export async function listImports(
  { pool }: Platform,
  actor: Actor,
): Promise<Result<ImportReport[]>> {
  if (!can(actor, "register.import", COOPERATIVE)) return refuse("not-allowed");
  const { rows } = await pool.query<ImportReport>(
    `SELECT i.id, i.file_name AS "fileName", i.status, i.progress, i.problems,
       btrim(p.given_name || ' ' || p.family_name) AS "startedBy",
       to_char(i.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startedAt"
     FROM register_import i LEFT JOIN person p ON p.id = i.started_by
     ORDER BY i.started_at DESC LIMIT 10`,
  );
  return ok(rows);
}
