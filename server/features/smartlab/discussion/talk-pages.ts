import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LabPost, ThreadCard, ThreadPage } from "#wire/lab-talk.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import type { Platform } from "../../../platform/platform.ts";
import { nameOf } from "../../minutes/names-sql.ts";
import { headOf, isId, labOfSlug } from "../work/frame.ts";

const THREADS_A_PAGE = 30;
const POSTS_A_PAGE = 50;

/** Threads of a lab, those that were spoken in last first. */
export async function threadList(
  { pool }: Platform,
  actor: Actor,
  { slug, page }: { slug: string; page: number },
): Promise<Result<{ lab: LabInside; threads: ThreadCard[]; page: number; more: boolean }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  const { rows } = await pool.query<ThreadCard>(
    `SELECT t.id, t.title, ${nameOf("p")} AS by, ${epochMs("t.last_at")} AS "lastAt",
       (SELECT count(*)::int FROM lab_post x
        WHERE x.thread_id = t.id AND x.deleted_at IS NULL) AS posts
     FROM lab_thread t LEFT JOIN person p ON p.id = t.begun_by
     WHERE t.lab_id = $1 ORDER BY t.last_at DESC, t.id DESC
     LIMIT ${THREADS_A_PAGE + 1} OFFSET $2`,
    [lab.value.labId, (page - 1) * THREADS_A_PAGE],
  );
  const threads = rows.slice(0, THREADS_A_PAGE).map(withoutNulls);
  return ok({ lab: headOf(lab.value), threads, page, more: rows.length > THREADS_A_PAGE });
}

/** One thread, its messages in order; the latest page where none is asked for. */
export async function threadPage(
  { pool }: Platform,
  actor: Actor,
  { slug, threadId, page }: { slug: string; threadId: string; page?: number },
): Promise<Result<{ lab: LabInside; talk: ThreadPage }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  if (!isId(threadId)) return refuse("not-found");
  const { rows } = await pool.query<{ id: string; title: string; posts: number }>(
    `SELECT t.id, t.title,
       (SELECT count(*)::int FROM lab_post p WHERE p.thread_id = t.id) AS posts
     FROM lab_thread t WHERE t.id = $1 AND t.lab_id = $2`,
    [threadId, lab.value.labId],
  );
  const [thread] = rows;
  if (!thread) return refuse("not-found");
  const pages = Math.max(1, Math.ceil(thread.posts / POSTS_A_PAGE));
  const at = Math.min(page ?? pages, pages);
  const me = actor.kind === "person" ? actor.personId : null;
  const posts = await pool.query<LabPost>(
    `SELECT x.id, ${nameOf("p")} AS by, coalesce(x.person_id = $2::uuid, false) AS mine, x.text,
       ${epochMs("x.at")} AS at, nullif(x.edited_at IS NOT NULL, false) AS edited,
       nullif(x.deleted_at IS NOT NULL, false) AS deleted,
       nullif($2::uuid = ANY(x.mentioned), false) AS "callsMe"
     FROM lab_post x LEFT JOIN person p ON p.id = x.person_id
     WHERE x.thread_id = $1 ORDER BY x.at, x.id LIMIT ${POSTS_A_PAGE} OFFSET $3`,
    [threadId, me, (at - 1) * POSTS_A_PAGE],
  );
  const { id, title } = thread;
  return ok({
    lab: headOf(lab.value),
    talk: { thread: { id, title }, posts: posts.rows.map(withoutNulls), page: at, pages },
  });
}
