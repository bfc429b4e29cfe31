import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { NoticeGroup, NoticesPage, SaidNotice } from "#wire/notifications.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { newsChanged } from "./news-room.ts";
import { NOTICE, type NoticeRow, sayBody, sayNotice } from "./say-notice.ts";
import { unreadCount } from "./unread.ts";

const PAGE = 40;

type Row = NoticeRow & { at: Date; read: boolean; settled: boolean; statutory: boolean };

/** What one was told, newest first and grouped by body; `before` is the id at which to go on. */
export async function noticesPage(
  { pool }: Platform,
  actor: Actor,
  { language, before }: { language: Language; before?: string | undefined },
): Promise<Result<NoticesPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<Row>(
    `SELECT ${NOTICE}, n.created_at AS at, n.read_at IS NOT NULL AS read,
       n.settled_at IS NOT NULL AS settled, n.urgency = 'statutory' AS statutory
     FROM notice n WHERE n.person_id = $1 AND n.in_app AND ($2::uuid IS NULL OR n.id < $2)
     ORDER BY n.id DESC LIMIT ${PAGE + 1}`,
    [actor.personId, before ?? null],
  );
  const shown = rows.slice(0, PAGE);
  return ok({
    groups: byBody(shown, language),
    unread: await unreadCount(pool, actor.personId),
    ...(rows.length > PAGE ? { next: shown.at(-1)!.id } : {}),
  });
}

function byBody(rows: readonly Row[], language: Language): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const row of rows) {
    const group = groups.get(row.body);
    const said = saidNotice(row, language);
    if (group) group.notices.push(said);
    else {
      const name = sayBody(row.body, row.bodyName, language);
      groups.set(row.body, { body: row.body, name, notices: [said] });
    }
  }
  return [...groups.values()];
}

function saidNotice(row: Row, language: Language): SaidNotice {
  const { id, link, at, read, settled, statutory } = row;
  const said = sayNotice(row, language);
  return { id, link, at: at.toISOString(), read, settled, statutory, ...said };
}

/** What is read needs no mail, but for what law or statutes ask for. SQL. */
export const NO_MAIL = `mail = CASE WHEN urgency = 'statutory' THEN mail ELSE 'none' END`;

/** Marks one notice read, or all of one's own; returns where the one leads. */
export async function markRead(
  { pool, clock, outbox }: Platform,
  actor: Actor,
  { noticeId }: { noticeId?: string | undefined },
): Promise<Result<{ link?: string }>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE notice SET read_at = $3, ${NO_MAIL}
       WHERE person_id = $1 AND read_at IS NULL AND ($2::uuid IS NULL OR id = $2)`,
      [actor.personId, noticeId ?? null, clock.now()],
    );
    // Their other tabs.
    if (rowCount) await newsChanged(outbox, client, [actor.personId]);
  });
  if (!noticeId) return ok({});
  const { rows } = await pool.query<{ link: string }>(
    "SELECT link FROM notice WHERE id = $1 AND person_id = $2",
    [noticeId, actor.personId],
  );
  return rows[0] ? ok(rows[0]) : refuse("not-found");
}

/** Job process: what was told long ago is of no use to anybody. Proofs stay. */
export async function deleteOldNotices({ pool, clock }: Platform): Promise<void> {
  await pool.query(
    `DELETE FROM notice WHERE id IN (
       SELECT id FROM notice WHERE created_at < $1::timestamptz - interval '18 months' LIMIT 5000)`,
    [clock.now()],
  );
}
