import type { PoolClient } from "pg";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import {
  inLanguage,
  isLanguage,
  type Language,
  type Translated,
} from "#domain/kernel/languages.ts";
import { epochMs } from "../../platform/instants.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { type MailToWrite, writeMails } from "../notifications/write-mail.ts";
import { type Client } from "./rows.ts";

/** Mails written in one transaction. */
const SLICE = 500;

/** A session as a mail names it. */
export type ToldSession = {
  id: string;
  slug: string;
  title: Translated;
  startsAt: number;
  endsAt: number;
  room: string;
  site: string;
  city: string;
  cancelled: boolean;
};

/** Columns of a ToldSession: `s` is the session, `x` its site, `a` the assembly. */
export const TOLD = `
  json_build_object('id', s.id, 'slug', a.slug, 'title', s.title, 'startsAt', ${epochMs("s.starts_at")},
    'endsAt', ${epochMs("s.ends_at")}, 'room', s.room, 'site', x.name, 'city', x.city,
    'cancelled', s.cancelled_at IS NOT NULL) AS session`;
export const TOLD_TABLES = `
  programme_session s JOIN site x ON x.id = s.site_id JOIN assembly a ON a.id = s.assembly_id`;

export type Reader = { personId: string; name: string; language: string; address: string };
/** Columns of a Reader: `p` is the person. */
export const READER = `
  p.id AS "personId", p.language, coalesce(p.email, '') AS address,
  coalesce(nullif(p.display_name, ''), btrim(p.given_name || ' ' || p.family_name)) AS name`;
const REACHED = `p.email IS NOT NULL AND p.email_status <> 'bounced'`;

/** Tells people that a place is theirs. */
export async function tellOfPlace(
  platform: Platform,
  client: PoolClient,
  sessionId: string,
  persons: readonly string[],
): Promise<void> {
  if (persons.length === 0) return;
  const { rows } = await client.query<Reader & { session: ToldSession }>(
    `SELECT ${READER}, ${TOLD} FROM ${TOLD_TABLES}
     JOIN person p ON p.id = ANY($2::uuid[]) AND ${REACHED} WHERE s.id = $1`,
    [sessionId, persons],
  );
  await writeMails(
    platform,
    client,
    rows.map(({ session, ...reader }) => mailTo(platform, reader, session, "place-freed")),
  );
}

/**
 * Job process: tells those who registered that their session has another hour or place, or will not
 * be. What each of them knows is kept, so that a run more or less, or several changes at once, give
 * everybody one mail. Returns how many were told.
 */
export function tellOfChanges(platform: Platform): Promise<number> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<Reader & { session: ToldSession; known: boolean }>(
      `SELECT ${READER}, ${TOLD}, ${REACHED} AS known
       FROM programme_registration r
       JOIN ${TOLD_TABLES} ON s.id = r.session_id AND r.told < s.news
       JOIN person p ON p.id = r.person_id
       ORDER BY r.session_id, r.turn LIMIT ${SLICE} FOR UPDATE OF r SKIP LOCKED`,
    );
    if (rows.length === 0) return 0;
    const mails = rows
      .filter(({ known }) => known)
      .map(({ session, ...reader }) => {
        const kind = session.cancelled ? "session-cancelled" : "session-changed";
        return mailTo(platform, reader, session, kind);
      });
    await writeMails(platform, client, mails);
    await client.query(
      `UPDATE programme_registration r SET told = s.news
       FROM programme_session s, unnest($1::uuid[], $2::uuid[]) AS told (session_id, person_id)
       WHERE s.id = r.session_id AND r.session_id = told.session_id
         AND r.person_id = told.person_id`,
      [rows.map(({ session }) => session.id), rows.map(({ personId }) => personId)],
    );
    return rows.length;
  });
}

type Kind = "place-freed" | "session-changed" | "session-cancelled";

function mailTo(
  { env }: Platform,
  { personId, name, address, ...reader }: Reader,
  session: ToldSession,
  kind: Kind,
): MailToWrite {
  const language = readerLanguage(reader.language);
  const content: MailToWrite["content"] = {
    kind,
    ...inWords(session, language),
    link: `${env.publicUrl}/assembly/${session.slug}/programme/sessions/${session.id}`,
  };
  return { recipient: { personId, name, language, address }, content };
}

export function readerLanguage(language: string): Language {
  return isLanguage(language) ? language : "fr";
}

/** What, when and where, in one language. */
export function inWords(session: ToldSession, language: Language) {
  const { title, startsAt, endsAt, room, site, city } = session;
  return {
    session: inLanguage(title, language)?.value ?? "",
    date: formatDate(language, startsAt, "full"),
    from: formatTime(language, startsAt),
    to: formatTime(language, endsAt),
    place: placeInWords({ room, site, city }),
  };
}

/** Room, house and city, each once. */
export function placeInWords({ room, site, city }: Pick<ToldSession, "room" | "site" | "city">) {
  return [room, site, site.includes(city) ? "" : city].filter(Boolean).join(", ");
}

/** The sessions a person goes to on one day of the cooperative. */
export async function sessionsOfDay(
  client: Client,
  persons: readonly string[],
  day: string,
): Promise<Map<string, ToldSession[]>> {
  const { rows } = await client.query<{ personId: string; session: ToldSession }>(
    `SELECT r.person_id AS "personId", ${TOLD}
     FROM programme_registration r JOIN ${TOLD_TABLES} ON s.id = r.session_id
     WHERE r.person_id = ANY($1::uuid[]) AND r.state = 'registered' AND s.cancelled_at IS NULL
       AND (s.starts_at AT TIME ZONE 'Europe/Brussels')::date = $2::date
     ORDER BY s.starts_at, s.id`,
    [persons, day],
  );
  const byPerson = new Map<string, ToldSession[]>();
  for (const { personId, session } of rows) {
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), session]);
  }
  return byPerson;
}
