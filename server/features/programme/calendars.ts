import { translator } from "#app/i18n/server.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type CalendarEvent, writeCalendar } from "#domain/programme/calendar.ts";
import type { Platform } from "../../platform/platform.ts";
import { maySee } from "../assembly/cards.ts";
import { personOfFeed } from "./feeds.ts";
import type { Client } from "./rows.ts";
import {
  placeInWords,
  readerLanguage,
  TOLD,
  TOLD_TABLES,
  type ToldSession,
} from "./tell-of-sessions.ts";

/** Events of another feature that somebody goes to. */
export type EventsOf = (personId: string, language: Language) => Promise<CalendarEvent[]>;

type Row = {
  session: ToldSession;
  assembly: { id: string; phase: "prepared" | "convened" | "live" | "closed" };
  revision: number;
  waiting: boolean;
};

const ROW = `
  ${TOLD}, s.revision, json_build_object('id', a.id, 'phase', a.phase) AS assembly`;

/** One session as a file for a calendar. */
export async function sessionCalendar(
  platform: Platform,
  actor: Actor,
  input: { sessionId: string; language: Language },
): Promise<Result<string>> {
  const { rows } = await platform.pool.query<Row>(
    `SELECT ${ROW}, false AS waiting FROM ${TOLD_TABLES} WHERE s.id = $1`,
    [input.sessionId],
  );
  const [row] = rows;
  if (!row || !maySee(actor, row.assembly)) return refuse("not-found");
  return ok(calendarOf(platform, [row], input.language));
}

/**
 * The programme of whoever this secret address is: their sessions, those they wait for, and what
 * they go to besides.
 */
export async function feedCalendar(
  platform: Platform,
  token: string,
  besides: EventsOf,
): Promise<Result<string>> {
  const personId = await personOfFeed(platform.pool, token);
  if (!personId) return refuse("not-found");
  const { rows: people } = await platform.pool.query<{ language: string }>(
    "SELECT language FROM person WHERE id = $1",
    [personId],
  );
  const language = readerLanguage(people[0]?.language ?? "");
  const [rows, meetings] = await Promise.all([
    sessionsOf(platform.pool, personId),
    besides(personId, language),
  ]);
  return ok(calendarOf(platform, rows, language, meetings));
}

/** Past ones for a year: a calendar forgets what its feed no longer says. */
async function sessionsOf(client: Client, personId: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${ROW}, r.state = 'waiting' AS waiting
     FROM programme_registration r JOIN ${TOLD_TABLES} ON s.id = r.session_id
     WHERE r.person_id = $1 AND s.ends_at > now() - interval '1 year'
     ORDER BY s.starts_at, s.id`,
    [personId],
  );
  return rows;
}

function calendarOf(
  { env, clock }: Platform,
  rows: readonly Row[],
  language: Language,
  besides: readonly CalendarEvent[] = [],
): string {
  const { t } = translator(language);
  const host = new URL(env.publicUrl).hostname;
  const events = rows.map(({ session, revision, waiting }): CalendarEvent => {
    const title = inLanguage(session.title, language)?.value ?? "";
    const url = `${env.publicUrl}/assembly/${session.slug}/programme/sessions/${session.id}`;
    return {
      uid: `${session.id}@${host}`,
      sequence: revision,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      title: waiting ? t("programme:calendar.waiting", { title }) : title,
      place: placeInWords(session),
      url,
      status: session.cancelled ? "CANCELLED" : waiting ? "TENTATIVE" : "CONFIRMED",
    };
  });
  return writeCalendar({
    name: t("programme:calendar.name"),
    language,
    events: [...events, ...besides],
    now: clock.now().getTime(),
  });
}
