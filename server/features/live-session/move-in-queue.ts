import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QueueEntry } from "#domain/live-session/queue.ts";
import { swapInQueue } from "#domain/live-session/queue.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";
import { findQuestion } from "./repository.ts";

/** A moderator moves a question by one place. At either end of the queue nothing happens. */
export async function moveInQueue(
  platform: Platform,
  actor: Actor,
  { questionId, direction }: { questionId: string; direction: "up" | "down" },
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const question = await findQuestion(platform.pool, questionId);
  if (!question) return refuse("not-found");
  const { assemblyId } = question;
  const change = { action: "session.moderate", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) => {
    // Under the assembly's lock the queue stands still.
    const { rows: queue } = await client.query<QueueEntry>(
      `SELECT id, queue_place AS place FROM question
       WHERE assembly_id = $1 AND state = 'queued' AND queue_place IS NOT NULL`,
      [assemblyId],
    );
    if (!queue.some((entry) => entry.id === questionId)) return refuse("changed-meanwhile");
    if (await isDrawn(client, questionId)) return refuse("fair-order");
    const [moved, other] = swapInQueue(queue, questionId, direction) ?? [];
    if (moved && other) {
      if (await isDrawn(client, other.id)) return refuse("fair-order");
      await client.query(
        `UPDATE question q SET queue_place = placed.place
         FROM unnest($1::uuid[], $2::int[]) AS placed (id, place) WHERE q.id = placed.id`,
        [
          [moved.id, other.id],
          [other.place, moved.place],
        ],
      );
    }
    return ok({ value: null });
  });
}

/** Whether a question has its place from a public draw (rules §4.5). */
async function isDrawn(client: PoolClient, questionId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM question WHERE id = $1 AND slot_id IS NOT NULL",
    [questionId],
  );
  return rowCount === 1;
}
