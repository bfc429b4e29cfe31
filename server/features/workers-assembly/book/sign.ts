import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Signatures, WorkersBookCommands } from "#wire/workers-book.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { employerSide } from "../../surveys/standing.ts";
import { type Client, type Edition, findEdition } from "../edition.ts";

/** Fewer signatures than this are told as "fewer than five" (rules 5.3). */
const LEAST_SIGNATURES = 5;

/** SQL: may sign: on the roll of the assembly ($1 the edition), and not on the employer's side. */
const maySign = (person: string, day: string) => `(
  EXISTS (SELECT FROM roll_entry r JOIN workers_assembly w ON w.assembly_id = r.assembly_id
    WHERE w.id = $1 AND r.person_id = ${person}) AND NOT ${employerSide(person, day)})`;

const NAME = nameOf("p");

/** Signs the last version: counted from tomorrow on, named only where one ticks it. */
export async function signBook(
  platform: Platform,
  actor: Actor,
  { slug, named }: WorkersBookCommands["workers-book.sign"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { pool, clock } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const today = dayInBrussels(clock.now());
  const { rows } = await pool.query<{ may: boolean; version: number | null }>(
    `SELECT ${maySign("$2::uuid", "$3::date")} AS may, (SELECT max(version)
       FROM demand_book_version WHERE workers_assembly_id = $1) AS version`,
    [edition.id, actor.personId, today],
  );
  const { may, version } = rows[0]!;
  if (!may) return refuse("book-not-entitled");
  if (version === null) return refuse("wrong-phase");
  // Who signs again after a change keeps the day they began: the count does not jump.
  await pool.query(
    `INSERT INTO book_signatory AS s (workers_assembly_id, person_id, version, named, signed_on)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (workers_assembly_id, person_id) DO UPDATE SET version = $3, named = $4,
       signed_on = CASE WHEN s.left_on < $5 THEN $5 ELSE s.signed_on END, left_on = NULL`,
    [edition.id, actor.personId, version, named === "on", today],
  );
  return ok(null);
}

/** Takes a signature back: the name is gone at once, the count follows the next day. */
export async function unsignBook(
  { pool, clock }: Platform,
  actor: Actor,
  { slug }: WorkersBookCommands["workers-book.unsign"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const today = dayInBrussels(clock.now());
  await pool.query(
    `WITH gone AS (DELETE FROM book_signatory WHERE left_on < $3)
     UPDATE book_signatory SET left_on = $3, named = false
     WHERE workers_assembly_id = $1 AND person_id = $2 AND left_on IS NULL`,
    [edition.id, actor.personId, today],
  );
  return ok(null);
}

/** How many signed by the evening before, and who wishes to be named. */
export async function signaturesOf(
  { pool, clock }: Pick<Platform, "pool" | "clock">,
  actor: Actor | undefined,
  { id }: Pick<Edition, "id">,
  client: Client = pool,
): Promise<Signatures> {
  const today = dayInBrussels(clock.now());
  const me = actor?.kind === "person" ? actor.personId : null;
  const { rows } = await client.query<{
    count: number;
    named: string[];
    version: number | null;
    mineNamed: boolean | null;
    may: boolean;
  }>(
    `SELECT (count(*) FILTER (WHERE s.signed_on < $2::date
         AND (s.left_on IS NULL OR s.left_on >= $2::date)))::int AS count,
       coalesce(array_agg(${NAME} ORDER BY ${NAME}) FILTER (WHERE s.named AND s.left_on IS NULL),
         '{}') AS named,
       max(s.version) FILTER (WHERE s.person_id = $3 AND s.left_on IS NULL) AS version,
       bool_or(s.named) FILTER (WHERE s.person_id = $3) AS "mineNamed",
       ($3::uuid IS NOT NULL AND ${maySign("$3::uuid", "$2::date")}) AS may
     FROM book_signatory s JOIN person p ON p.id = s.person_id WHERE s.workers_assembly_id = $1`,
    [id, today, me],
  );
  const { count, named, version, mineNamed, may } = rows[0]!;
  return {
    ...(count >= LEAST_SIGNATURES ? { count } : {}),
    named,
    mine: { may, ...(version === null ? {} : { version }), named: mineNamed ?? false },
  };
}
