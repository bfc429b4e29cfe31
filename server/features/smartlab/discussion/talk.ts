import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mentionsIn } from "#domain/smartlab/discussion/mentions.ts";
import type { LabTalkCommands as Commands } from "#wire/lab-talk.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify } from "../../notifications/notify.ts";
import { type Client, groupOf, type LabHere, workInLab } from "../work/frame.ts";
import { talked } from "./talk-room.ts";

export function beginThread(
  platform: Platform,
  actor: Actor,
  { labId, title, text }: Commands["lab.thread-begin"],
): Promise<Result<{ threadId: string }>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, lab, person) => {
    const threadId = platform.random.uuid();
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO lab_thread (id, lab_id, title, begun_by, begun_at, last_at)
       VALUES ($1, $2, $3, $4, $5, $5)`,
      [threadId, labId, title, person.personId, now],
    );
    const post = { threadId, title, text, by: person.personId };
    await say(platform, client, lab, post);
    return ok({ value: { threadId }, events: talked(labId) });
  });
}

export function writePost(
  platform: Platform,
  actor: Actor,
  { threadId, text }: Commands["lab.post-write"],
): Promise<Result<null>> {
  const piece = { of: "thread", id: threadId } as const;
  return workInLab(platform, actor, piece, async (client, lab, person) => {
    const { rows } = await client.query<{ title: string }>(
      `UPDATE lab_thread SET last_at = $2, revision = revision + 1 WHERE id = $1
       RETURNING title`,
      [threadId, platform.clock.now()],
    );
    const title = rows[0]?.title ?? "";
    await say(platform, client, lab, { threadId, title, text, by: person.personId });
    return ok({ value: null, events: talked(lab.labId) });
  });
}

/** Changes one's own words; who is newly called hears of it. */
export function editPost(
  platform: Platform,
  actor: Actor,
  { postId, text }: Commands["lab.post-edit"],
): Promise<Result<null>> {
  const piece = { of: "post", id: postId } as const;
  return workInLab(platform, actor, piece, async (client, lab, { personId }) => {
    const mentioned = mentionsIn(text, await groupOf(client, lab.labId));
    const { rows } = await client.query<{ threadId: string; title: string }>(
      `UPDATE lab_post p SET text = $3, mentioned = $4, edited_at = $5 FROM lab_thread t
       WHERE p.id = $1 AND p.person_id = $2 AND p.deleted_at IS NULL AND t.id = p.thread_id
       RETURNING t.id AS "threadId", t.title`,
      [postId, personId, text, mentioned, platform.clock.now()],
    );
    const [thread] = rows;
    if (!thread) return refuse("not-allowed");
    await callPeople(platform, client, lab, { ...thread, postId, by: personId, to: mentioned });
    await moved(client, thread.threadId);
    return ok({ value: null, events: talked(lab.labId) });
  });
}

/** Takes one's own words back: their place stays, so that answers still answer something. */
export function deletePost(
  platform: Platform,
  actor: Actor,
  { postId }: Commands["lab.post-delete"],
): Promise<Result<null>> {
  const piece = { of: "post", id: postId } as const;
  return workInLab(platform, actor, piece, async (client, lab, { personId }) => {
    const { rows } = await client.query<{ threadId: string }>(
      `UPDATE lab_post SET text = '', mentioned = '{}', deleted_at = coalesce(deleted_at, $3)
       WHERE id = $1 AND person_id = $2 RETURNING thread_id AS "threadId"`,
      [postId, personId, platform.clock.now()],
    );
    const [post] = rows;
    if (!post) return refuse("not-allowed");
    await moved(client, post.threadId);
    return ok({ value: null, events: talked(lab.labId) });
  });
}

/** Words changed without anything new: nobody's mark of what is unread moves. */
async function moved(client: Client, threadId: string): Promise<void> {
  await client.query("UPDATE lab_thread SET revision = revision + 1 WHERE id = $1", [threadId]);
}

type Said = { threadId: string; title: string; text: string; by: string };

async function say(platform: Platform, client: PoolClient, lab: LabHere, said: Said) {
  const people = await groupOf(client, lab.labId);
  const mentioned = mentionsIn(said.text, people);
  const postId = platform.random.uuid();
  const now = platform.clock.now();
  await client.query(
    `INSERT INTO lab_post (id, thread_id, person_id, text, mentioned, at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [postId, said.threadId, said.by, said.text, mentioned, now],
  );
  await callPeople(platform, client, lab, { ...said, postId, to: mentioned });
  // One line in a digest for a day of talk, however long it was.
  await notify(
    platform,
    client,
    {
      ...aboutThread(lab, said),
      kind: "lab-talk",
      key: `lab-talk:${said.threadId}:${dayInBrussels(now)}`,
    },
    people.flatMap(({ id }) => (mentioned.includes(id) ? [] : id)),
  );
}

async function callPeople(
  platform: Platform,
  client: PoolClient,
  lab: LabHere,
  called: { threadId: string; title: string; postId: string; by: string; to: readonly string[] },
) {
  const key = `lab-mention:${called.postId}`;
  await notify(
    platform,
    client,
    { ...aboutThread(lab, called), kind: "lab-mention", key },
    called.to,
  );
}

function aboutThread(lab: LabHere, { threadId, title, by }: Omit<Said, "text">) {
  return {
    body: `lab:${lab.labId}`,
    bodyName: lab.title,
    link: `/smartlab/${lab.slug}/discussion/${threadId}`,
    details: { title },
    urgency: "digest",
    by,
  } as const;
}
