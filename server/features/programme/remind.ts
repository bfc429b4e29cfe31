import { formatDate, formatTime } from "#app/i18n/format.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { type MailToWrite, writeMails } from "../notifications/write-mail.ts";
import {
  placeInWords,
  READER,
  type Reader,
  readerLanguage,
  sessionsOfDay,
  type ToldSession,
} from "./tell-of-sessions.ts";

const SLICE = 500;
const DAY_MS = 86_400_000;
/** Nobody is woken by a reminder. */
const FROM_HOUR = "09:00";

/**
 * Job process: the day before, one mail a person with every session they go to. Who was reminded of
 * which day is kept; each run writes the next slice. Returns how many were reminded.
 */
export async function remindOfTomorrow(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  if (localTime(now).slice(11) < FROM_HOUR) return 0;
  const day = dayInBrussels(new Date(now.getTime() + DAY_MS));
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<Reader & { known: boolean }>(
      `SELECT ${READER}, p.email IS NOT NULL AND p.email_status <> 'bounced' AS known
       FROM person p
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
    // Of two job processes one writes the row, and with it the mail.
    const written = await client.query<{ personId: string }>(
      `INSERT INTO programme_reminder (person_id, day, sent_at)
       SELECT person, $2::date, $3 FROM unnest($1::uuid[]) AS person
       ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`,
      [rows.map(({ personId }) => personId), day, now],
    );
    const own = new Set(written.rows.map(({ personId }) => personId));
    const readers = rows.filter(({ personId, known }) => known && own.has(personId));
    const sessions = await sessionsOfDay(client, [...own], day);
    await writeMails(
      platform,
      client,
      readers.map((reader) => reminder(platform, reader, sessions.get(reader.personId) ?? [], day)),
    );
    return own.size;
  });
}

function reminder(
  { env }: Platform,
  { personId, name, address, ...reader }: Reader,
  sessions: readonly ToldSession[],
  day: string,
): MailToWrite {
  const language = readerLanguage(reader.language);
  const lines = sessions.map((session) => {
    const hours = `${formatTime(language, session.startsAt)}–${formatTime(language, session.endsAt)}`;
    return `${hours} · ${inLanguage(session.title, language)?.value ?? ""} (${placeInWords(session)})`;
  });
  const slug = sessions[0]?.slug ?? "";
  return {
    recipient: { personId, name, language, address },
    content: {
      kind: "programme-reminder",
      date: formatDate(language, day, "full"),
      sessions: lines.join("\n"),
      link: `${env.publicUrl}/assembly/${slug}/programme/mine`,
    },
  };
}
