import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";

/** How many days ahead a session is on one's home. */
const DAYS = 14;
const MOST = 5;

type Row = {
  kind: "session" | "pact" | "keep" | "end" | "follow-up";
  id: string;
  name: string;
  leads: boolean;
  at: Date;
};

/**
 * What one's groups have for one: the next session, a pact to read, a plan to keep before it is gone,
 * three questions at the end, and three months later what became of it. Never a subject.
 */
export async function codevHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const now = clock.now();
  const { rows } = await pool.query<Row>(
    `WITH mine AS (
       SELECT cycle_id, state, false AS leads FROM codev_participant
       WHERE person_id = $1 AND state IN ('invited', 'active')
       UNION ALL SELECT cycle_id, 'active', true FROM codev_pair WHERE person_id = $1)
     SELECT 'session' AS kind, s.id, c.name, mine.leads, s.starts_at AS at
     FROM mine JOIN codev_cycle c ON c.id = mine.cycle_id AND c.state = 'running'
     JOIN codev_session s ON s.cycle_id = c.id AND s.state IN ('planned', 'open')
     WHERE mine.state = 'active' AND s.ends_at > $2
       AND s.starts_at < $2::timestamptz + make_interval(days => ${String(DAYS)})
       AND EXISTS (SELECT FROM codev_turn t WHERE t.session_id = s.id AND t.state = 'planned')
     UNION ALL
     SELECT 'pact', c.id, c.name, mine.leads, c.created_at
     FROM mine JOIN codev_cycle c ON c.id = mine.cycle_id
     WHERE mine.state = 'invited' AND c.state IN ('signing', 'running')
     UNION ALL
     SELECT 'keep', c.id, c.name, false, c.purge_on::timestamptz
     FROM mine JOIN codev_cycle c ON c.id = mine.cycle_id
     WHERE NOT mine.leads AND c.state = 'closed' AND c.purged_at IS NULL
       AND EXISTS (SELECT FROM codev_turn t WHERE t.cycle_id = c.id AND t.client_id = $1
         AND t.state = 'served' AND NOT EXISTS (
           SELECT FROM codev_own_plan o WHERE o.session_id = t.session_id AND o.person_id = $1))
     UNION ALL
     SELECT 'end', c.id, c.name, false, c.purge_on::timestamptz
     FROM mine JOIN codev_cycle c ON c.id = mine.cycle_id
     WHERE mine.state = 'active' AND NOT mine.leads AND c.state = 'closed'
       AND c.purged_at IS NULL AND NOT EXISTS (SELECT FROM codev_end_answered e
         WHERE e.cycle_id = c.id AND e.person_id = $1)
     UNION ALL
     SELECT 'follow-up', f.session_id, '', false, f.due_on::timestamptz
     FROM codev_follow_up f
     WHERE f.person_id = $1 AND f.due_on <= $3::date AND f.answered_at IS NULL
     ORDER BY at LIMIT ${String(MOST)}`,
    [actor.personId, now, dayInBrussels(now)],
  );
  return rows.map((row) => itemOf(row, { actor, language }, now));
}

function itemOf(row: Row, { language }: HomeReader, now: Date): HomeItem {
  const { t } = translator(language);
  const base = { key: `codev-${row.kind}:${row.id}`, sign: t("codev:title") };
  const at = row.at.toISOString();
  switch (row.kind) {
    case "session": {
      const today = dayInBrussels(row.at) === dayInBrussels(now);
      return {
        ...base,
        part: today ? "now" : "waits",
        title: row.name,
        detail: formatDateTime(language, row.at),
        action: t("codev:home.open"),
        link: `/codev/sessions/${row.id}${row.leads ? "/facilitate" : ""}`,
        at,
        ...(today && { pressing: true }),
      };
    }
    case "pact":
      return {
        ...base,
        part: "waits",
        title: t("codev:home.pact"),
        detail: row.name,
        action: t("codev:pact.title"),
        link: `/codev/cycles/${row.id}`,
        at,
      };
    case "keep":
      return {
        ...base,
        part: "waits",
        title: t("codev:home.keep", { date: formatDate(language, row.at) }),
        detail: row.name,
        action: t("codev:home.see"),
        link: `/codev/cycles/${row.id}`,
        at,
      };
    case "end":
      return {
        ...base,
        part: "waits",
        title: t("codev:end.title"),
        detail: row.name,
        action: t("codev:home.answer"),
        link: `/codev/cycles/${row.id}`,
        at,
      };
    case "follow-up":
      return {
        ...base,
        part: "became",
        title: t("codev:home.followUp"),
        action: t("codev:home.answer"),
        link: "/codev#own",
        at,
      };
  }
}
