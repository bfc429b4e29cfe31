import { formatTime } from "#app/i18n/format.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage, type Language, LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import type { Notice } from "#wire/notifications.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { notifyEach } from "../notifications/notify.ts";
import { placeInWords, sessionsOfDay, type ToldSession } from "./tell-of-sessions.ts";

const SLICE = 500;
const DAY_MS = 86_400_000;
/** Nobody is woken by a reminder. */
const FROM_HOUR = "09:00";

/**
 * Job process: the day before, one notice a person with every session they go to. Who was reminded of
 * which day is kept; each run writes the next slice. Returns how many were reminded.
 */
export async function remindOfTomorrow(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  if (localTime(now).slice(11) < FROM_HOUR) return 0;
  const day = dayInBrussels(new Date(now.getTime() + DAY_MS));
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ personId: string }>(
      `SELECT p.id AS "personId" FROM person p
       WHERE p.id IN (
         SELECT r.person_id FROM programme_registration r
         JOIN programme_session s ON s.id = r.session_id
         WHERE r.state = 'registered' AND s.cancelled_at IS NULL
           AND (s.starts_at AT TIME ZONE 'Europe/Brussels')::date = $1::date)
       AND NOT EXISTS (
         SELECT FROM programme_reminder m WHERE m.person_id = p.id AND m.day = $1::date)
       ORDER BY p.id LIMIT ${SLICE}`,
      [day],
    );
    if (rows.length === 0) return 0;
    // Of two job processes one writes the row, and with it the notice.
    const written = await client.query<{ personId: string }>(
      `INSERT INTO programme_reminder (person_id, day, sent_at)
       SELECT person, $2::date, $3 FROM unnest($1::uuid[]) AS person
       ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`,
      [rows.map(({ personId }) => personId), day, now],
    );
    const own = written.rows.map(({ personId }) => personId);
    const sessions = await sessionsOfDay(client, own, day);
    await notifyEach(
      platform,
      client,
      [...sessions].map(([personId, theirs]) => ({ ...reminder(theirs, day), to: [personId] })),
    );
    return own.length;
  });
}

/** Everything of one's day in one notice, a line each. */
function reminder(sessions: readonly ToldSession[], day: string): Notice {
  const said = LANGUAGES.map((language) => [
    language,
    sessions.map((session) => lineOf(session, language)).join("\n"),
  ]);
  const { slug = "", assemblyId = "" } = sessions[0] ?? {};
  return {
    kind: "programme-reminder",
    body: `assembly:${assemblyId}`,
    link: `/assembly/${slug}/programme/mine`,
    details: { dayOn: day, sessions: Object.fromEntries(said) as Translated },
    key: `programme-reminder:${day}`,
    urgency: "soon",
  };
}

function lineOf(session: ToldSession, language: Language): string {
  const hours = `${formatTime(language, session.startsAt)}–${formatTime(language, session.endsAt)}`;
  return `${hours} · ${inLanguage(session.title, language)?.value ?? ""} (${placeInWords(session)})`;
}
