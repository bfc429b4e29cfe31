import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import {
  type Channel,
  type Choice,
  FAMILIES,
  type QuietHours,
  USUAL_CHOICE,
  USUAL_QUIET_HOURS,
} from "#domain/notifications/choices.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { ChoicesPage, ChosenFor } from "#wire/notifications.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { newsChanged } from "./news-room.ts";
import { choiceSql, inAppSql, mailSql } from "./notify.ts";
import { sayBody } from "./say-notice.ts";

/** Bodies of one's own that are offered for a choice, the latest heard of first. */
const BODIES_SHOWN = 50;

type Chosen = Partial<Record<Channel, string | undefined>>;

/**
 * Keeps choices for channels of a body; a channel that is named without one follows the wider choice
 * again. What still waits follows them. "*" wants everything alike: choices for single bodies end.
 * False for nobody's id.
 */
export async function keepChoices(
  client: ClientBase,
  personId: string,
  body: string,
  chosen: Chosen,
): Promise<boolean> {
  const channels = Object.keys(chosen);
  const kept = Object.entries(chosen).filter(([, choice]) => choice !== undefined);
  await client.query(
    `DELETE FROM notice_choice
     WHERE person_id = $1 AND channel = ANY($3) AND (body = $2 OR $2 = '*')`,
    [personId, body, channels],
  );
  const { rowCount } = await client.query(
    `INSERT INTO notice_choice (person_id, body, channel, choice)
     SELECT p.id, $2, c.* FROM person p, unnest($3::text[], $4::text[]) AS c WHERE p.id = $1`,
    [personId, body, kept.map(([channel]) => channel), kept.map(([, choice]) => choice)],
  );
  await followChoices(client, personId);
  return (rowCount ?? 0) === kept.length;
}

/** What somebody has not read yet stands where they chose now, and what waits for a mail goes that way. */
async function followChoices(client: ClientBase, personId: string): Promise<void> {
  const waiting = await client.query<{ id: string }>(
    "DELETE FROM digest_line WHERE person_id = $1 RETURNING notice_id AS id",
    [personId],
  );
  const byMail = mailSql("n.urgency", choiceSql("n.person_id", "n.body", "mail"));
  await client.query(
    `WITH moved AS (
       UPDATE notice n
       SET in_app = ${inAppSql("n.urgency", choiceSql("n.person_id", "n.body", "in-app"))},
         mail = CASE WHEN n.id = ANY($2) OR n.mail = 'now' AND n.mailed_at IS NULL
           THEN ${byMail} ELSE n.mail END
       WHERE n.person_id = $1 AND n.read_at IS NULL AND n.settled_at IS NULL
         AND n.urgency <> 'statutory'
       RETURNING n.id, n.mail, n.id = ANY($2) OR n.mailed_at IS NULL AND old.mail = 'now' AS waits
     )
     INSERT INTO digest_line (rhythm, person_id, notice_id)
     SELECT mail, $1, id FROM moved WHERE waits AND mail IN ('daily', 'weekly')`,
    [personId, waiting.rows.map(({ id }) => id)],
  );
}

export async function chooseFor(
  { pool, outbox }: Platform,
  actor: Actor,
  { body, inApp, mail }: ChosenFor,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { personId } = actor;
  await inTransaction(pool, async (client) => {
    await keepChoices(client, personId, body, { "in-app": inApp, mail });
    await newsChanged(outbox, client, [personId]);
  });
  return ok(null);
}

export async function keepQuietHours(
  { pool }: Platform,
  actor: Actor,
  { from, to }: QuietHours,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await pool.query(
    `INSERT INTO quiet_hours (person_id, from_hour, to_hour) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET from_hour = $2, to_hour = $3`,
    [actor.personId, from, to],
  );
  return ok(null);
}

/** What one chose so far: for everything, for kinds of bodies, for the bodies one heard of. */
export async function choicesPage(
  { pool }: Platform,
  actor: Actor,
  language: Language,
): Promise<Result<ChoicesPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<
    { body: string; bodyName: string } & { [C in keyof Choice]: Choice[C] | null }
  >(
    `SELECT body, max("bodyName") AS "bodyName", max("inApp") AS "inApp", max(mail) AS mail FROM (
       (SELECT body, body_name AS "bodyName", NULL AS "inApp", NULL AS mail FROM notice
        WHERE person_id = $1 AND body LIKE '%:%' ORDER BY id DESC LIMIT 500)
       UNION ALL SELECT body, '', CASE WHEN channel = 'in-app' THEN choice END,
         CASE WHEN channel = 'mail' THEN choice END
       FROM notice_choice WHERE person_id = $1
     ) known GROUP BY body LIMIT ${BODIES_SHOWN + FAMILIES.length}`,
    [actor.personId],
  );
  const hours = await pool.query<QuietHours>(
    `SELECT from_hour AS "from", to_hour AS "to" FROM quiet_hours WHERE person_id = $1`,
    [actor.personId],
  );
  const chosen = new Map(
    rows.map(({ body, inApp, mail }): [string, Partial<Choice>] => [
      body,
      { ...(inApp && { inApp }), ...(mail && { mail }) },
    ]),
  );
  const named = (body: string, bodyName: string) => ({
    body,
    name: sayBody(body, bodyName, language),
    choice: chosen.get(body) ?? {},
  });
  const bodies = rows
    .filter(({ body }) => body.includes(":"))
    .map(({ body, bodyName }) => named(body, bodyName));
  return ok({
    everything: { ...USUAL_CHOICE, ...chosen.get("*") },
    families: FAMILIES.filter((family) => family !== "*").map((body) => named(body, "")),
    bodies: bodies.sort((one, other) => one.name.localeCompare(other.name)),
    quiet: hours.rows[0] ?? USUAL_QUIET_HOURS,
  });
}
