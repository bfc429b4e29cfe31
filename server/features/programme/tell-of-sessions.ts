import type { PoolClient } from "pg";
import { isLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { Notice } from "#wire/notifications.ts";
import { epochMs } from "../../platform/instants.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify, notifyEach } from "../notifications/notify.ts";
import { type Client } from "./rows.ts";

/** People told in one transaction. */
const SLICE = 500;

/** A session as a notice names it. */
export type ToldSession = {
  id: string;
  assemblyId: string;
  slug: string;
  title: Translated;
  startsAt: number;
  endsAt: number;
  room: string;
  site: string;
  city: string;
  cancelled: boolean;
  /** How often those who registered had something to be told. */
  news: number;
};

/** Columns of a ToldSession: `s` is the session, `x` its site, `a` the assembly. */
export const TOLD = `
  json_build_object('id', s.id, 'assemblyId', a.id, 'slug', a.slug, 'title', s.title,
    'startsAt', ${epochMs("s.starts_at")}, 'endsAt', ${epochMs("s.ends_at")}, 'room', s.room,
    'site', x.name, 'city', x.city, 'cancelled', s.cancelled_at IS NOT NULL, 'news', s.news)
    AS session`;
export const TOLD_TABLES = `
  programme_session s JOIN site x ON x.id = s.site_id JOIN assembly a ON a.id = s.assembly_id`;

/** Tells people that a place is theirs. */
export async function tellOfPlace(
  platform: Platform,
  client: PoolClient,
  sessionId: string,
  persons: readonly string[],
): Promise<void> {
  if (persons.length === 0) return;
  const { rows } = await client.query<{ session: ToldSession }>(
    `SELECT ${TOLD} FROM ${TOLD_TABLES} WHERE s.id = $1`,
    [sessionId],
  );
  const [found] = rows;
  // Who gave a place back and waited again is told anew.
  const again = String(platform.clock.now().getTime());
  if (found) {
    await notify(platform, client, noticeOf(found.session, "place-freed", again), persons);
  }
}

/**
 * Job process: tells those who registered that their session has another hour or place, or will not
 * be. What each of them knows is kept, so that a run more or less, or several changes at once, tell
 * everybody once. Returns how many were told.
 */
export function tellOfChanges(platform: Platform): Promise<number> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ personId: string; session: ToldSession }>(
      `SELECT r.person_id AS "personId", ${TOLD}
       FROM programme_registration r
       JOIN ${TOLD_TABLES} ON s.id = r.session_id AND r.told < s.news
       ORDER BY r.session_id, r.turn LIMIT ${SLICE} FOR UPDATE OF r SKIP LOCKED`,
    );
    if (rows.length === 0) return 0;
    const sessions = new Map(rows.map(({ session }) => [session.id, session]));
    const tellings = [...sessions.values()].map((session) => ({
      ...noticeOf(
        session,
        session.cancelled ? "session-cancelled" : "session-changed",
        String(session.news),
      ),
      to: rows.filter((row) => row.session.id === session.id).map(({ personId }) => personId),
    }));
    await notifyEach(platform, client, tellings);
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

/** The same person hears of the same thing once: `about` is what makes it another one. */
function noticeOf(session: ToldSession, kind: Kind, about: string): Notice {
  const { id, assemblyId, slug, title, startsAt } = session;
  return {
    kind,
    body: `assembly:${assemblyId}`,
    link: `/assembly/${slug}/programme/sessions/${id}`,
    details: {
      session: title,
      startsAt: new Date(startsAt).toISOString(),
      place: placeInWords(session),
    },
    key: `${kind}:${id}:${about}`,
    urgency: "soon",
  };
}

export function readerLanguage(language: string): Language {
  return isLanguage(language) ? language : "fr";
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
