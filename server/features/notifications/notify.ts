import type { ClientBase } from "pg";
import { type Channel, USUAL_CHOICE } from "#domain/notifications/choices.ts";
import type { Notice } from "#wire/notifications.ts";
import type { Platform } from "../../platform/platform.ts";
import { newsChanged } from "./news-room.ts";
import { NO_MAIL } from "./notices.ts";

/** The choice of a person for a body: its own, its family's, everything's, the usual. SQL. */
export const choiceSql = (person: string, body: string, channel: Channel) => `
  coalesce((
    SELECT c.choice FROM notice_choice c
    WHERE c.person_id = ${person} AND c.channel = '${channel}'
      AND c.body IN (${body}, split_part(${body}, ':', 1), '*')
    ORDER BY length(c.body) DESC LIMIT 1
  ), '${channel === "mail" ? USUAL_CHOICE.mail : USUAL_CHOICE.inApp}')`;

/** How a notice of this urgency reaches by mail who chose so. SQL. */
export const mailSql = (urgency: string, choice: string) => `
  CASE WHEN ${urgency} = 'statutory' THEN 'now'
    WHEN ${choice} = 'now' AND ${urgency} <> 'soon' THEN 'weekly'
    ELSE ${choice} END`;

/** Whether a notice of this urgency stands among the news of who chose so. SQL. */
export const inAppSql = (urgency: string, choice: string) =>
  `(${urgency} = 'statutory' OR ${choice} = 'shown')`;

/**
 * Tells persons one thing, inside the transaction that gives reason for it: one statement, however
 * many they are. Mails are written later, by schedule. Who chose to hear nothing of the body, on
 * neither channel, is told only what law or statutes ask for.
 */
export function notify(
  platform: Pick<Platform, "clock" | "outbox">,
  client: ClientBase,
  notice: Notice,
  to: readonly string[],
): Promise<void> {
  return notifyEach(platform, client, [{ ...notice, to }]);
}

/** A notice, and who is told it. */
export type Telling = Notice & { to: readonly string[] };

/** Tells several things, each to its own persons, in one statement. */
export async function notifyEach(
  { clock, outbox }: Pick<Platform, "clock" | "outbox">,
  client: ClientBase,
  tellings: readonly Telling[],
): Promise<void> {
  const told = tellings.filter(({ to }) => to.length > 0);
  if (told.length === 0) return;
  const { rows } = await client.query<{ person: string }>(
    `WITH told AS (
       INSERT INTO notice
         (person_id, key, kind, body, body_name, link, details, urgency, mail, in_app, created_at)
       SELECT person, key, kind, body, body_name, link, details, urgency,
         ${mailSql("urgency", "by_mail")}, ${inAppSql("urgency", "in_app")}, $2
       FROM (
         SELECT p.id AS person, n.key, n.kind, n.body, coalesce(n."bodyName", '') AS body_name,
           n.link, coalesce(n.details, '{}') AS details, n.urgency,
           ${choiceSql("p.id", "n.body", "mail")} AS by_mail,
           ${choiceSql("p.id", "n.body", "in-app")} AS in_app
         FROM jsonb_to_recordset($1::jsonb) AS n (key text, kind text, body text, "bodyName" text,
           link text, details jsonb, urgency text, by uuid, "to" uuid[])
         CROSS JOIN LATERAL unnest(n."to") AS wanted (id)
         JOIN person p ON p.id = wanted.id AND p.id IS DISTINCT FROM n.by
       ) reader
       WHERE in_app = 'shown' OR by_mail <> 'none' OR urgency = 'statutory'
       ON CONFLICT (person_id, key) DO NOTHING
       RETURNING person_id, id, mail
     ), queued AS (
       INSERT INTO digest_line (rhythm, person_id, notice_id)
       SELECT mail, person_id, id FROM told WHERE mail IN ('daily', 'weekly')
     )
     SELECT person_id AS person FROM told`,
    [JSON.stringify(told), clock.now()],
  );
  await newsChanged(
    outbox,
    client,
    rows.map(({ person }) => person),
  );
}

/**
 * What a notice asked for is done, or is over: it counts no more and no mail speaks of it. Without
 * `persons` for everybody who was told.
 */
export async function settle(
  { clock, outbox }: Pick<Platform, "clock" | "outbox">,
  client: ClientBase,
  key: string,
  persons?: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ person: string }>(
    `UPDATE notice SET settled_at = $2, ${NO_MAIL}
     WHERE key = $1 AND settled_at IS NULL AND ($3::uuid[] IS NULL OR person_id = ANY($3))
     RETURNING person_id AS person`,
    [key, clock.now(), persons ?? null],
  );
  await newsChanged(
    outbox,
    client,
    rows.map(({ person }) => person),
  );
}
