import type { ClientBase } from "pg";
import type { ItemTimer } from "#domain/live-session/stage/timer.ts";
import { paused, started, untouched } from "#domain/live-session/stage/timer.ts";

type Client = Pick<ClientBase, "query">;

/** The timer of an item of this assembly; undefined where the item is another's. */
export async function readTimer(
  client: Client,
  assemblyId: string,
  itemId: string,
): Promise<ItemTimer | undefined> {
  const { rows } = await client.query<{
    minutes: number;
    allotted: number | null;
    used: number;
    since: Date | null;
  }>(
    `SELECT i.minutes, t.allotted_seconds AS allotted, coalesce(t.used_ms, 0) AS used,
       t.running_since AS since
     FROM agenda_item i LEFT JOIN agenda_timer t ON t.item_id = i.id
     WHERE i.id = $2 AND i.assembly_id = $1`,
    [assemblyId, itemId],
  );
  const [row] = rows;
  if (!row) return undefined;
  if (row.allotted === null) return untouched(row.minutes);
  const { allotted, used, since } = row;
  return { allotted, used, ...(since ? { since: since.getTime() } : {}) };
}

export async function saveTimer(
  client: Client,
  itemId: string,
  { allotted, used, since }: ItemTimer,
): Promise<void> {
  await client.query(
    `INSERT INTO agenda_timer (item_id, allotted_seconds, used_ms, running_since)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (item_id) DO UPDATE SET allotted_seconds = EXCLUDED.allotted_seconds,
       used_ms = EXCLUDED.used_ms, running_since = EXCLUDED.running_since`,
    [itemId, allotted, Math.round(used), since === undefined ? null : new Date(since)],
  );
}

/** The time of the item that is left stands still, that of the one that is reached runs. */
export async function timeGoesTo(
  client: Client,
  { assemblyId, left, reached }: { assemblyId: string; left: string | null; reached: string },
  now: Date,
): Promise<void> {
  if (left === reached) return;
  await stopTime(client, { id: assemblyId, currentItemId: left }, now);
  await changeTimer(client, { assemblyId, itemId: reached }, (t) => started(t, now.getTime()));
}

/** The time of the current item stands still. */
export async function stopTime(
  client: Client,
  { id, currentItemId }: { id: string; currentItemId: string | null },
  now: Date,
): Promise<void> {
  if (!currentItemId) return;
  const item = { assemblyId: id, itemId: currentItemId };
  await changeTimer(client, item, (timer) => paused(timer, now.getTime()));
}

/** Changes the timer of an item; false where the item is not of this assembly. */
export async function changeTimer(
  client: Client,
  { assemblyId, itemId }: { assemblyId: string; itemId: string },
  change: (timer: ItemTimer) => ItemTimer,
): Promise<boolean> {
  const timer = await readTimer(client, assemblyId, itemId);
  if (!timer) return false;
  await saveTimer(client, itemId, change(timer));
  return true;
}
