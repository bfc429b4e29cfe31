import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LabPost, ThreadCard, ThreadListPage, ThreadPage } from "#wire/lab-talk.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, headOf, isId, labOfSlug } from "../work/frame.ts";
import { talkRevision } from "./talk-room.ts";

const THREADS_A_PAGE = 30;
const POSTS_A_PAGE = 50;

/** Whoever came later has nothing to catch up on: $2 is the reader, t the conversation. SQL. */
const READ_UNTIL = `
  coalesce(
    (SELECT r.read_until FROM lab_reading r WHERE r.thread_id = t.id AND r.person_id = $2),
    (SELECT j.joined_at FROM lab_person j WHERE j.lab_id = t.lab_id AND j.person_id = $2),
    'epoch')`;

/** Threads of a lab, those that were spoken in last first. */
export async function threadList(
  { pool }: Platform,
  actor: Actor,
  { slug, page }: { slug: string; page: number },
): Promise<Result<{ lab: LabInside; talk: ThreadListPage }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  // First: a list may be newer than its number, never older.
  const revision = await talkRevision(pool, lab.value.labId);
  const { rows } = await pool.query<ThreadCard>(
    `SELECT t.id, t.title, ${nameOf("p")} AS by, ${epochMs("t.last_at")} AS "lastAt",
       (SELECT count(*)::int FROM lab_post x
        WHERE x.thread_id = t.id AND x.deleted_at IS NULL) AS posts,
       nullif(EXISTS (SELECT FROM lab_post x
         WHERE x.thread_id = t.id AND x.at > ${READ_UNTIL} AND x.deleted_at IS NULL
           AND x.person_id IS DISTINCT FROM $2), false) AS unread
     FROM lab_thread t LEFT JOIN person p ON p.id = t.begun_by
     WHERE t.lab_id = $1 ORDER BY t.last_at DESC, t.id DESC
     LIMIT ${THREADS_A_PAGE + 1} OFFSET $3`,
    [lab.value.labId, readerOf(actor), (page - 1) * THREADS_A_PAGE],
  );
  const threads = rows.slice(0, THREADS_A_PAGE).map(withoutNulls);
  const more = rows.length > THREADS_A_PAGE;
  return ok({ lab: headOf(lab.value), talk: { threads, page, more, revision } });
}

type Thread = { id: string; title: string; revision: number; posts: number; readUntil: number };

/**
 * One thread, its messages in order; the latest page where none is asked for. What is shown counts as
 * read.
 */
export async function threadPage(
  { pool }: Platform,
  actor: Actor,
  { slug, threadId, page }: { slug: string; threadId: string; page?: number },
): Promise<Result<{ lab: LabInside; talk: ThreadPage }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  if (!isId(threadId)) return refuse("not-found");
  const me = readerOf(actor);
  const found = await pool.query<Thread>(
    `SELECT t.id, t.title, t.revision, ${epochMs(READ_UNTIL)} AS "readUntil",
       (SELECT count(*)::int FROM lab_post p WHERE p.thread_id = t.id) AS posts
     FROM lab_thread t WHERE t.id = $1 AND t.lab_id = $3`,
    [threadId, me, lab.value.labId],
  );
  const [thread] = found.rows;
  if (!thread) return refuse("not-found");
  const pages = Math.max(1, Math.ceil(thread.posts / POSTS_A_PAGE));
  const at = Math.min(page ?? pages, pages);
  const { rows } = await pool.query<LabPost>(
    `SELECT x.id, ${nameOf("p")} AS by, coalesce(x.person_id = $2::uuid, false) AS mine, x.text,
       ${epochMs("x.at")} AS at, nullif(x.edited_at IS NOT NULL, false) AS edited,
       nullif(x.deleted_at IS NOT NULL, false) AS deleted,
       nullif($2::uuid = ANY(x.mentioned), false) AS "callsMe"
     FROM lab_post x LEFT JOIN person p ON p.id = x.person_id
     WHERE x.thread_id = $1 ORDER BY x.at, x.id LIMIT ${POSTS_A_PAGE} OFFSET $3`,
    [threadId, me, (at - 1) * POSTS_A_PAGE],
  );
  const posts = rows.map(withoutNulls);
  const last = posts.at(-1)?.at ?? 0;
  if (me && last > thread.readUntil) await markRead(pool, { threadId, me, until: last });
  const { id, title, revision, readUntil } = thread;
  return ok({
    lab: headOf(lab.value),
    talk: { thread: { id, title }, posts, page: at, pages, revision, readUntil },
  });
}

function readerOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** Never backwards: two tabs may show two pages. */
async function markRead(client: Client, read: { threadId: string; me: string; until: number }) {
  await client.query(
    `INSERT INTO lab_reading (thread_id, person_id, read_until) VALUES ($1, $2, $3)
     ON CONFLICT (thread_id, person_id) DO UPDATE SET read_until = excluded.read_until
     WHERE lab_reading.read_until < excluded.read_until`,
    [read.threadId, read.me, new Date(read.until)],
  );
}
