import { translator } from "#app/i18n/server.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type CalendarEvent, writeCalendar } from "#domain/programme/calendar.ts";
import { epochMs } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";

type Row = {
  id: string;
  slug: string;
  lab: string;
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  revision: number;
  cancelled: boolean;
};

/** A year back: a calendar forgets what its feed no longer says. */
const ROW = `
  m.id, l.slug, l.title AS lab, m.title, ${epochMs("m.starts_at")} AS "startsAt",
  ${epochMs("m.ends_at")} AS "endsAt", coalesce(nullif(m.place, ''), l.city) AS place, m.revision,
  m.cancelled_at IS NOT NULL AS cancelled
  FROM lab_meeting m JOIN lab l ON l.id = m.lab_id
  WHERE m.ends_at > now() - interval '1 year'`;

/** The meetings of one lab for a calendar; the link to an online one is on the lab's page alone. */
export async function labCalendar(
  platform: Platform,
  { slug, language }: { slug: string; language: Language },
): Promise<Result<string>> {
  const { pool, clock } = platform;
  const labs = await pool.query<{ title: string }>("SELECT title FROM lab WHERE slug = $1", [slug]);
  const lab = labs.rows[0];
  if (!lab) return refuse("not-found");
  const { rows } = await pool.query<Row>(
    `SELECT ${ROW} AND l.slug = $1 ORDER BY m.starts_at, m.id`,
    [slug],
  );
  const name = translator(language).t("smartlab:calendar.name", { lab: lab.title });
  const events = eventsOf(platform, rows, language);
  return ok(writeCalendar({ name, language, events, now: clock.now().getTime() }));
}

/** The meetings of every lab that somebody has a place in, but those they let go by. */
export async function meetingsForCalendar(
  platform: Platform,
  personId: string,
  language: Language,
): Promise<CalendarEvent[]> {
  const { rows } = await platform.pool.query<Row>(
    `SELECT ${ROW} AND EXISTS (
         SELECT FROM lab_person p
         WHERE p.lab_id = l.id AND p.person_id = $1 AND p.standing = 'joined')
       AND NOT EXISTS (
         SELECT FROM lab_attendance a
         WHERE a.meeting_id = m.id AND a.person_id = $1 AND a.state = 'not-this-time')
     ORDER BY m.starts_at, m.id`,
    [personId],
  );
  return eventsOf(platform, rows, language);
}

function eventsOf({ env }: Platform, rows: readonly Row[], language: Language): CalendarEvent[] {
  const { t } = translator(language);
  const host = new URL(env.publicUrl).hostname;
  return rows.map((row) => ({
    uid: `${row.id}@${host}`,
    sequence: row.revision,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    title: row.title ? t("smartlab:calendar.titled", row) : row.lab,
    place: row.place,
    url: `${env.publicUrl}/smartlab/${row.slug}`,
    status: row.cancelled ? "CANCELLED" : "CONFIRMED",
  }));
}
