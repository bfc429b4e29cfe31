import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { Solicitation } from "#wire/solicitations.ts";
import type { Platform } from "../../platform/platform.ts";

/** Whoever may be asked: `to`; those who were asked too often lately are spared. */
export type Granted = { solicitationId: string; to: string[]; spared: number };

/**
 * Puts on the one calendar that these persons are asked for something, inside the transaction that
 * asks it, and says whom of them: nobody is asked more often than the cap allows. In a quiet period
 * and without a promise (who acts, by when) it is refused, unless law or statutes ask for it. The
 * same key twice grants the same persons again.
 */
export async function solicit(
  platform: Platform,
  client: ClientBase,
  by: Actor,
  request: Solicitation,
  persons: readonly string[],
): Promise<Result<Granted>> {
  const now = platform.clock.now();
  const day = dayInBrussels(now);
  const statutory = request.statutory ?? false;
  if (!statutory) {
    if (!request.whoActs || !request.answerBy) return refuse("promise-missing");
    if (await isQuiet(client, day)) return refuse("quiet-period");
  }
  const { rows } = await client.query<{ id: string; isNew: boolean }>(
    `INSERT INTO solicitation
       (key, kind, body, titles, link, statutory, asked_on, who_acts, answer_by, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (key) DO UPDATE SET key = excluded.key
     RETURNING id, xmax = 0 AS "isNew"`,
    [
      request.key,
      request.kind,
      request.body,
      JSON.stringify(request.titles),
      request.link,
      statutory,
      day,
      request.whoActs ?? "",
      request.answerBy ?? null,
      now,
      by.kind === "person" ? by.personId : null,
    ],
  );
  const { id, isNew } = rows[0]!;
  const to = isNew ? await ask(client, id, day, persons) : await alreadyAsked(client, id);
  return ok({ solicitationId: id, to, spared: isNew ? persons.length - to.length : 0 });
}

async function isQuiet(client: ClientBase, day: string): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT 1 FROM quiet_period WHERE $1::date BETWEEN first_day AND last_day LIMIT 1",
    [day],
  );
  return rows.length > 0;
}

/** One statement, however many: two requests at once may each see the other's place as free. */
async function ask(
  client: ClientBase,
  solicitationId: string,
  day: string,
  persons: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ to: string[] }>(
    `WITH cap AS (SELECT most, days FROM solicitation_cap),
     recent AS (
       SELECT d.person_id, count(*) AS times
       FROM solicitation s JOIN solicited d ON d.solicitation_id = s.id, cap
       WHERE NOT s.statutory AND s.cancelled_at IS NULL AND s.asked_on > $2::date - cap.days
       GROUP BY d.person_id
     ),
     asked AS (
       INSERT INTO solicited (solicitation_id, person_id)
       SELECT DISTINCT $1::uuid, wanted.id
       FROM unnest($3::uuid[]) AS wanted (id)
       CROSS JOIN cap LEFT JOIN recent r ON r.person_id = wanted.id
       WHERE coalesce(r.times, 0) < cap.most
         OR (SELECT statutory FROM solicitation WHERE id = $1)
       RETURNING person_id
     ),
     counted AS (
       UPDATE solicitation SET asked = (SELECT count(*) FROM asked),
         spared = cardinality($3::uuid[]) - (SELECT count(*) FROM asked)
       WHERE id = $1
     )
     SELECT coalesce(array_agg(person_id), '{}') AS to FROM asked`,
    [solicitationId, day, persons],
  );
  return rows[0]!.to;
}

async function alreadyAsked(client: ClientBase, solicitationId: string): Promise<string[]> {
  const { rows } = await client.query<{ to: string[] }>(
    `SELECT coalesce(array_agg(person_id), '{}') AS to FROM solicited WHERE solicitation_id = $1`,
    [solicitationId],
  );
  return rows[0]!.to;
}
