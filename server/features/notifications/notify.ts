import type { ClientBase } from "pg";
import { USUAL_CHOICE } from "#domain/notifications/choices.ts";
import type { Notice } from "#wire/notifications.ts";
import type { Platform } from "../../platform/platform.ts";
import { NO_MAIL } from "./notices.ts";

/** The choice of a person for a body: its own, its family's, everything's, the usual. SQL. */
export const choiceSql = (person: string, body: string) => `
  coalesce((
    SELECT c.choice FROM notice_choice c
    WHERE c.person_id = ${person} AND c.body IN (${body}, split_part(${body}, ':', 1), '*')
    ORDER BY length(c.body) DESC LIMIT 1
  ), '${USUAL_CHOICE}')`;

/** How a notice of this urgency reaches by mail who chose so. SQL. */
export const mailSql = (urgency: string, choice: string) => `
  CASE WHEN ${urgency} = 'statutory' THEN 'now'
    WHEN ${choice} IN ('in-app', 'nothing') THEN 'none'
    WHEN ${choice} = 'now' AND ${urgency} <> 'soon' THEN 'weekly'
    ELSE ${choice} END`;

/**
 * Tells persons one thing, inside the transaction that gives reason for it: one statement, however
 * many they are. Mails are written later, by schedule. Who chose to hear nothing of the body is
 * told only what law or statutes ask for.
 */
export async function notify(
  { clock }: Pick<Platform, "clock">,
  client: ClientBase,
  notice: Notice,
  to: readonly string[],
): Promise<void> {
  if (to.length === 0) return;
  await client.query(
    `INSERT INTO notice
       (person_id, key, kind, body, body_name, link, details, urgency, mail, created_at)
     SELECT id, $3, $4, $5, $6, $7, $8, $9, ${mailSql("$9", "choice")}, $10
     FROM (
       SELECT p.id, ${choiceSql("p.id", "$5")} AS choice FROM person p
       WHERE p.id = ANY($1::uuid[]) AND p.id IS DISTINCT FROM $2::uuid
     ) reader
     WHERE choice <> 'nothing' OR $9 = 'statutory'
     ON CONFLICT (person_id, key) DO NOTHING`,
    [
      to,
      notice.by ?? null,
      notice.key,
      notice.kind,
      notice.body,
      notice.bodyName ?? "",
      notice.link,
      JSON.stringify(notice.details ?? {}),
      notice.urgency,
      clock.now(),
    ],
  );
}

/**
 * What a notice asked for is done, or is over: it counts no more and no mail speaks of it. Without
 * `persons` for everybody who was told.
 */
export async function settle(
  { clock }: Pick<Platform, "clock">,
  client: ClientBase,
  key: string,
  persons?: readonly string[],
): Promise<void> {
  await client.query(
    `UPDATE notice SET settled_at = $2, ${NO_MAIL}
     WHERE key = $1 AND settled_at IS NULL AND ($3::uuid[] IS NULL OR person_id = ANY($3))`,
    [key, clock.now(), persons ?? null],
  );
}
