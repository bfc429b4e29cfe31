import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LabInside, LabPerson, LabTask, LabWorkCommands as Commands } from "#wire/lab-work.ts";
import { epochMs, isoDay } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify, settle } from "../../notifications/notify.ts";
import { groupOf, headOf, labOfSlug, type LabHere, peopleOf, workInLab } from "../work/frame.ts";

export function addTask(
  platform: Platform,
  actor: Actor,
  { labId, title, ownerId, dueOn }: Commands["lab.task-add"],
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, lab, { personId }) => {
    if (!(await mayOwn(client, lab, ownerId))) return refuse("bad-input");
    const taskId = platform.random.uuid();
    await client.query(
      `INSERT INTO lab_task (id, lab_id, title, owner_id, due_on, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [taskId, labId, title, ownerId || null, dueOn || null, personId, platform.clock.now()],
    );
    await give(platform, client, lab, { taskId, title, ownerId, by: personId });
    return ok({ value: null });
  });
}

export function changeTask(
  platform: Platform,
  actor: Actor,
  { taskId, title, ownerId, dueOn }: Commands["lab.task-change"],
): Promise<Result<null>> {
  const piece = { of: "task", id: taskId } as const;
  return workInLab(platform, actor, piece, async (client, lab, { personId }) => {
    if (!(await mayOwn(client, lab, ownerId))) return refuse("bad-input");
    await client.query("UPDATE lab_task SET title = $2, owner_id = $3, due_on = $4 WHERE id = $1", [
      taskId,
      title,
      ownerId || null,
      dueOn || null,
    ]);
    await give(platform, client, lab, { taskId, title, ownerId, by: personId });
    return ok({ value: null });
  });
}

export function finishTask(
  platform: Platform,
  actor: Actor,
  { taskId, on }: Commands["lab.task-done"],
): Promise<Result<null>> {
  const piece = { of: "task", id: taskId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    await client.query(
      `UPDATE lab_task SET done_at = CASE WHEN $2 THEN coalesce(done_at, $3) END,
         done_by = CASE WHEN $2 THEN coalesce(done_by, $4) END WHERE id = $1`,
      [taskId, on, platform.clock.now(), personId],
    );
    if (on) {
      const told = await client.query<{ key: string }>(
        "SELECT DISTINCT key FROM notice WHERE key LIKE 'lab-task:' || $1 || ':%'",
        [taskId],
      );
      for (const { key } of told.rows) await settle(platform, client, key);
    }
    return ok({ value: null });
  });
}

export function removeTask(
  platform: Platform,
  actor: Actor,
  { taskId }: Commands["lab.task-remove"],
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "task", id: taskId }, async (client) => {
    await client.query("DELETE FROM lab_task WHERE id = $1", [taskId]);
    return ok({ value: null });
  });
}

const MOST_TASKS = 300;

/** What is to do, soonest first, then what is done. */
export async function taskList(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<{ lab: LabInside; tasks: LabTask[]; group: LabPerson[] }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  const me = actor.kind === "person" ? actor.personId : null;
  const { rows } = await pool.query<LabTask>(
    `SELECT t.id, t.title, ${isoDay("t.due_on")} AS "dueOn",
       ${epochMs("t.done_at")} AS "doneAt", coalesce(t.owner_id = $2::uuid, false) AS mine,
       CASE WHEN p.id IS NOT NULL
         THEN json_build_object('id', p.id, 'name', ${nameOf("p")}) END AS owner
     FROM lab_task t LEFT JOIN person p ON p.id = t.owner_id
     WHERE t.lab_id = $1
     ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due_on NULLS LAST, t.made_at
     LIMIT ${MOST_TASKS}`,
    [lab.value.labId, me],
  );
  const group = await groupOf(pool, lab.value.labId);
  return ok({ lab: headOf(lab.value), tasks: rows.map(withoutNulls), group });
}

async function mayOwn(client: PoolClient, lab: LabHere, ownerId: string): Promise<boolean> {
  return ownerId === "" || (await peopleOf(client, lab.labId)).includes(ownerId);
}

/** Who is given something to do hears of it; taking it oneself needs no word. */
async function give(
  platform: Platform,
  client: PoolClient,
  lab: LabHere,
  task: { taskId: string; title: string; ownerId: string; by: string },
): Promise<void> {
  await notify(
    platform,
    client,
    {
      kind: "lab-task-given",
      body: `lab:${lab.labId}`,
      bodyName: lab.title,
      link: `/smartlab/${lab.slug}/tasks`,
      details: { title: task.title },
      key: `lab-task:${task.taskId}:${task.ownerId}`,
      urgency: "soon",
      by: task.by,
    },
    task.ownerId === "" ? [] : [task.ownerId],
  );
}
