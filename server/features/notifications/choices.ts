import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import {
  type Choice,
  FAMILIES,
  type QuietHours,
  USUAL_CHOICE,
  USUAL_QUIET_HOURS,
} from "#domain/notifications/choices.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { ChoicesPage } from "#wire/notifications.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { choiceSql, mailSql } from "./notify.ts";
import { sayBody } from "./say-notice.ts";

/** Bodies of one's own that are offered for a choice, the latest heard of first. */
const BODIES_SHOWN = 50;

/**
 * Keeps a choice; without one the wider choice holds again. What still waits for a mail follows it.
 * "*" wants everything alike: choices for single bodies end. False for nobody's id.
 */
export async function keepChoice(
  client: ClientBase,
  personId: string,
  body: string,
  choice: Choice | undefined,
): Promise<boolean> {
  await client.query("DELETE FROM notice_choice WHERE person_id = $1 AND (body = $2 OR $2 = '*')", [
    personId,
    body,
  ]);
  if (choice) {
    const { rowCount } = await client.query(
      `INSERT INTO notice_choice (person_id, body, choice)
       SELECT id, $2, $3 FROM person WHERE id = $1`,
      [personId, body, choice],
    );
    if (rowCount === 0) return false;
  }
  await client.query(
    `UPDATE notice n SET mail = ${mailSql("n.urgency", choiceSql("n.person_id", "n.body"))}
     WHERE n.person_id = $1 AND n.mailed_at IS NULL AND n.read_at IS NULL
       AND n.settled_at IS NULL AND n.urgency <> 'statutory'`,
    [personId],
  );
  return true;
}

export async function chooseFor(
  { pool }: Platform,
  actor: Actor,
  { body, choice }: { body: string; choice?: Choice | undefined },
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await inTransaction(pool, (client) => keepChoice(client, actor.personId, body, choice));
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
  const { rows } = await pool.query<{ body: string; bodyName: string; choice: Choice | null }>(
    `SELECT body, max("bodyName") AS "bodyName", max(choice) AS choice FROM (
       (SELECT body, body_name AS "bodyName", NULL AS choice FROM notice
        WHERE person_id = $1 AND body LIKE '%:%' ORDER BY id DESC LIMIT 500)
       UNION ALL SELECT body, '', choice FROM notice_choice WHERE person_id = $1
     ) known GROUP BY body LIMIT ${BODIES_SHOWN + FAMILIES.length}`,
    [actor.personId],
  );
  const hours = await pool.query<QuietHours>(
    `SELECT from_hour AS "from", to_hour AS "to" FROM quiet_hours WHERE person_id = $1`,
    [actor.personId],
  );
  const chosen = new Map(rows.map(({ body, choice }) => [body, choice]));
  const bodies = rows
    .filter(({ body }) => body.includes(":"))
    .map(({ body, bodyName, choice }) => ({
      body,
      name: sayBody(body, bodyName, language),
      choice: choice ?? undefined,
    }));
  return ok({
    everything: chosen.get("*") ?? USUAL_CHOICE,
    families: FAMILIES.filter((family) => family !== "*").map((body) => ({
      body,
      name: sayBody(body, "", language),
      choice: chosen.get(body) ?? undefined,
    })),
    bodies: bodies.sort((one, other) => one.name.localeCompare(other.name)),
    quiet: hours.rows[0] ?? USUAL_QUIET_HOURS,
  });
}
