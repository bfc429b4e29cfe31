import { translator } from "#app/i18n/server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { isLanguage, type Language } from "#domain/kernel/languages.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { HomeReader } from "../../home/source.ts";

type Row = {
  kind: "task" | "dates" | "consent" | "vote" | "reading";
  id: string;
  title: string;
  slug: string;
  lab: string;
  language: Language;
  /** ISO day of a task, else the instant at which it was asked. */
  at: string | null;
};

const MOST = 30;

const LINKS: Record<Row["kind"], (row: Row) => string> = {
  task: () => "tasks",
  dates: () => "dates",
  consent: ({ id }) => `decisions/${id}`,
  vote: ({ id }) => `decisions/${id}`,
  reading: ({ id }) => `minutes/${id}`,
};

/** What waits for somebody inside their labs: tasks, dates to answer, decisions, minutes to read over. */
export async function labWorkHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const { rows } = await pool.query<Row>(
    `WITH mine AS (
       SELECT l.id, l.slug, l.title, l.language FROM lab_person p JOIN lab l ON l.id = p.lab_id
       WHERE p.person_id = $1 AND p.standing = 'joined' AND l.state NOT IN ('closed', 'dropped'))
     SELECT w.kind, w.id, w.title, mine.slug, mine.title AS lab, mine.language, w.at FROM mine
     CROSS JOIN LATERAL (
       SELECT 'task' AS kind, t.id, t.title, t.due_on::text AS at FROM lab_task t
       WHERE t.lab_id = mine.id AND t.owner_id = $1 AND t.done_at IS NULL
       UNION ALL
       SELECT 'dates', d.id, d.title, to_json(d.made_at) #>> '{}' FROM lab_date_poll d
       WHERE d.lab_id = mine.id AND d.state = 'open' AND NOT EXISTS (
         SELECT FROM lab_date_answer a JOIN lab_date_option o ON o.id = a.option_id
         WHERE o.poll_id = d.id AND a.person_id = $1)
       UNION ALL
       SELECT 'consent', d.id, d.title, to_json(d.made_at) #>> '{}' FROM lab_decision d
       WHERE d.lab_id = mine.id AND d.phase = 'objecting' AND NOT EXISTS (
         SELECT FROM lab_decision_stance s
         WHERE s.decision_id = d.id AND s.version = d.version AND s.person_id = $1)
       UNION ALL
       SELECT 'vote', d.id, d.title, to_json(d.made_at) #>> '{}' FROM lab_decision d
       WHERE d.lab_id = mine.id AND d.phase = 'voting' AND NOT EXISTS (
         SELECT FROM lab_decision_ballot b WHERE b.decision_id = d.id AND b.person_id = $1)
       UNION ALL
       SELECT 'reading', m.id, m.title, to_json(m.made_at) #>> '{}' FROM lab_minutes m
       WHERE m.lab_id = mine.id AND m.phase = 'proposed' AND NOT EXISTS (
         SELECT FROM lab_minutes_agreement a WHERE a.minutes_id = m.id AND a.person_id = $1)
     ) AS w ORDER BY w.at NULLS LAST LIMIT ${MOST}`,
    [actor.personId],
  );
  const { t } = translator(language);
  const today = dayInBrussels(clock.now());
  return rows.map((row) => ({
    key: `lab-${row.kind}:${row.id}`,
    part: "waits",
    sign: t(`lab-work:home.${row.kind}.sign`),
    title: row.title,
    ...(isLanguage(row.language) ? { titleLanguage: row.language } : {}),
    detail: row.lab,
    action: t(`lab-work:home.${row.kind}.action`),
    link: `/smartlab/${row.slug}/${LINKS[row.kind](row)}`,
    ...(row.at ? { at: new Date(row.at).toISOString() } : {}),
    ...(row.kind === "task" && row.at !== null && row.at <= today ? { pressing: true } : {}),
  }));
}
