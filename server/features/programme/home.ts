import { formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";
import { placeInWords } from "./tell-of-sessions.ts";

/** What one comes to, and what one could come to, within so many days. */
const DAYS = 7;
const MINE_SHOWN = 5;
const OFFERED = 3;

type Row = {
  id: string;
  slug: string;
  title: Translated;
  room: string;
  site: string;
  city: string;
  startsAt: Date;
  mine: boolean;
  waiting: boolean;
};

/** Sessions of assemblies: one's own, and some with places, in one's language and near first. */
export async function programmeHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const now = clock.now();
  const columns = `
    s.id, a.slug, s.title, s.room, x.name AS site, x.city, s.starts_at AS "startsAt"`;
  const soon = `s.cancelled_at IS NULL AND s.ends_at > $2::timestamptz
    AND s.starts_at < $2::timestamptz + make_interval(days => ${DAYS})`;
  const { rows } = await pool.query<Row>(
    `WITH own AS (
       SELECT ${columns}, true AS mine, r.state <> 'registered' AS waiting
       FROM programme_registration r JOIN programme_session s ON s.id = r.session_id
       JOIN site x ON x.id = s.site_id JOIN assembly a ON a.id = s.assembly_id
       WHERE r.person_id = $1 AND r.state IN ('registered', 'waiting') AND ${soon}
       ORDER BY s.starts_at LIMIT ${MINE_SHOWN}
     )
     SELECT * FROM own
     UNION ALL
     (SELECT ${columns}, false, false
      FROM programme_session s JOIN site x ON x.id = s.site_id
      JOIN assembly a ON a.id = s.assembly_id
      JOIN person p ON p.id = $1
      WHERE NOT EXISTS (SELECT FROM own) AND s.registers AND $3 = ANY(s.languages) AND ${soon}
        AND s.starts_at > $2::timestamptz AND a.phase IN ('convened', 'live') AND a.kind <> 'workers'
        AND (s.capacity IS NULL OR s.capacity > (
          SELECT count(*) FROM programme_registration r
          WHERE r.session_id = s.id AND r.state IN ('registered', 'waiting')))
      ORDER BY x.office_id = p.office_id DESC NULLS LAST, x.kind = 'online' DESC, s.starts_at
      LIMIT ${OFFERED})`,
    [actor.personId, now, language],
  );
  return rows.map((row) => itemOf(row, language, now));
}

function itemOf(row: Row, language: Language, now: Date): HomeItem {
  const { t } = translator(language);
  const title = inLanguage(row.title, language);
  const today = dayInBrussels(row.startsAt) === dayInBrussels(now);
  const kind = row.mine ? (row.waiting ? "waiting" : "mine") : "could";
  return {
    key: `session:${row.id}`,
    part: row.mine ? (today ? "now" : "waits") : "could",
    sign: t(`home:session.${kind}`),
    title: title?.value ?? "",
    ...(title && title.language !== language ? { titleLanguage: title.language } : {}),
    detail: `${formatDateTime(language, row.startsAt)} · ${placeInWords(row)}`,
    action: t(`home:session.${row.mine ? "see" : "join"}`),
    link: `/assembly/${row.slug}/programme/sessions/${row.id}`,
    at: row.startsAt.toISOString(),
  };
}
