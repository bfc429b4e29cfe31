import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { Solicitation } from "#wire/solicitations.ts";
import type { Platform } from "../../platform/platform.ts";

/** Whoever may be asked: `to`; those who were asked too often lately are spared. */
export type Granted = { solicitationId: string; to: string[]; spared: number };

/** What fills somebody's cap: what the cooperative asks, and nobody's law or own group. SQL on `s`. */
const COUNTS = "NOT s.statutory AND NOT s.within AND s.cancelled_at IS NULL";

/**
 * Puts on the one calendar that these persons are asked for something, inside the transaction that
 * asks it, and says whom of them: nobody is asked more often than the cap allows. In a quiet period
 * and without a promise (who acts, by when) it is refused, unless law or statutes ask for it. What
 * people wished for themselves promises nothing, and is never refused. The same key twice grants the
 * same persons again.
 */
export async function solicit(
  platform: Platform,
  client: ClientBase,
  by: Actor,
  request: Solicitation,
  persons: readonly string[],
): Promise<Result<Granted>> {
  const day = dayInBrussels(platform.clock.now());
  const { wished, statutory } = request;
  const isBound = !statutory && wished !== "within";
  if (isBound && wished !== "told" && !(request.whoActs && request.answerBy)) {
    return refuse("promise-missing");
  }
  const quiet = isBound && (await isQuiet(client, day));
  if (quiet && wished !== "told") return refuse("quiet-period");
  const { id, isNew } = await enter(platform, client, by, request);
  if (!isNew) return ok({ solicitationId: id, to: await alreadyAsked(client, id), spared: 0 });
  const to = await ask(client, { id, day, persons, most: quiet ? 0 : undefined, isBound });
  return ok({ solicitationId: id, to, spared: persons.length - to.length });
}

/** What law asks of so many that only their number is kept; who they are its own proof says. */
export async function noteStatutory(
  platform: Platform,
  client: ClientBase,
  by: Actor,
  request: Omit<Solicitation, "statutory">,
  asked: number,
): Promise<void> {
  const { id } = await enter(platform, client, by, { ...request, statutory: true });
  await client.query("UPDATE solicitation SET asked = $2 WHERE id = $1", [id, asked]);
}

async function enter(
  platform: Platform,
  client: ClientBase,
  by: Actor,
  request: Solicitation,
): Promise<{ id: string; isNew: boolean }> {
  const now = platform.clock.now();
  const { rows } = await client.query<{ id: string; isNew: boolean }>(
    `INSERT INTO solicitation (key, kind, body, titles, link, statutory, basis, within, asked_on,
       who_acts, answer_by, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (key) DO UPDATE SET key = excluded.key
     RETURNING id, xmax = 0 AS "isNew"`,
    [
      request.key,
      request.kind,
      request.body,
      JSON.stringify(request.titles),
      request.link,
      request.statutory ?? false,
      request.basis ?? "",
      request.wished === "within",
      dayInBrussels(now),
      request.whoActs ?? "",
      request.answerBy ?? null,
      now,
      by.kind === "person" ? by.personId : null,
    ],
  );
  return rows[0]!;
}

async function isQuiet(client: ClientBase, day: string): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT 1 FROM quiet_period WHERE $1::date BETWEEN first_day AND last_day LIMIT 1",
    [day],
  );
  return rows.length > 0;
}

type Asking = {
  id: string;
  day: string;
  persons: readonly string[];
  /** Instead of the cap. */
  most: number | undefined;
  /** Whether the cap holds at all. */
  isBound: boolean;
};

/** One statement, however many: two requests at once may each see the other's place as free. */
async function ask(
  client: ClientBase,
  { id, day, persons, most, isBound }: Asking,
): Promise<string[]> {
  const { rows } = await client.query<{ to: string[] }>(
    `WITH cap AS (SELECT coalesce($4::int, most) AS most, days FROM solicitation_cap),
     recent AS (
       SELECT d.person_id, count(*) AS times
       FROM solicitation s JOIN solicited d ON d.solicitation_id = s.id, cap
       WHERE ${COUNTS} AND s.asked_on > $2::date - cap.days
       GROUP BY d.person_id
     ),
     asked AS (
       INSERT INTO solicited (solicitation_id, person_id)
       SELECT DISTINCT $1::uuid, wanted.id
       FROM unnest($3::uuid[]) AS wanted (id)
       CROSS JOIN cap LEFT JOIN recent r ON r.person_id = wanted.id
       WHERE NOT $5 OR coalesce(r.times, 0) < cap.most
       RETURNING person_id
     ),
     counted AS (
       UPDATE solicitation SET asked = (SELECT count(*) FROM asked),
         spared = cardinality($3::uuid[]) - (SELECT count(*) FROM asked)
       WHERE id = $1
     )
     SELECT coalesce(array_agg(person_id), '{}') AS to FROM asked`,
    [id, day, persons, most ?? null, isBound],
  );
  return rows[0]!.to;
}

/** Who was asked for something. */
export async function alreadyAsked(client: ClientBase, solicitationId: string): Promise<string[]> {
  const { rows } = await client.query<{ to: string[] }>(
    `SELECT coalesce(array_agg(person_id), '{}') AS to FROM solicited WHERE solicitation_id = $1`,
    [solicitationId],
  );
  return rows[0]!.to;
}
