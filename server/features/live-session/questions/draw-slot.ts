import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { composeSlot, type SlotPick } from "#domain/live-session/fair-slots.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { renumberQueue } from "../repository.ts";
import { latestRound } from "./round-repository.ts";
import { servicesBy, slotPool } from "./slot-pool.ts";

/** Digits that the server draws where nobody threw dice. */
const DIGITS = 6;

/**
 * Composes the next five questions (rules §4.5). The ranking is taken at this instant and does not
 * jump while somebody speaks; what it was taken from is kept, so that anybody can repeat it.
 */
export async function drawSlot(
  platform: Platform,
  actor: Actor,
  { assemblyId, digits = "" }: { assemblyId: string; digits?: string },
): Promise<Result<null>> {
  const change = { action: "questions.draw-slot", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { stage } = await latestRound(client, assemblyId);
    if (assembly.mode === "two-phase" && stage === "burst") return refuse("wrong-phase");
    if (await isRunning(client, assemblyId)) return refuse("slot-running");
    const pool = await slotPool(client, assemblyId);
    if (pool.length === 0) return refuse("nothing-to-draw");

    const now = platform.clock.now();
    const number = await nextSlot(client, assemblyId);
    const thrown = digits || randomDigits(platform);
    const seed = `PALABRE|${dayInBrussels(now)}|${String(number)}|${thrown}`;
    const languages = await servicesBy(client, assemblyId, "language");
    const places = await servicesBy(client, assemblyId, "place");
    const picks = composeSlot({ pool, languages, places, seed });
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO question_slot (assembly_id, number, seed, drawn_in, made_by, made_at, record)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        assemblyId,
        number,
        seed,
        digits ? "room" : "machine",
        personId,
        now,
        { pool, languages, places, picks },
      ],
    );
    await queuePicks(client, rows[0]?.id ?? "", picks, { actorId: personId, now });
    await renumberQueue(client, assemblyId);
    return ok({ value: null, persons: await authorsOf(client, picks) });
  });
}

/** Whether questions of an earlier slot still wait for their turn. */
async function isRunning(client: PoolClient, assemblyId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM question WHERE assembly_id = $1 AND state = 'queued' AND slot_id IS NOT NULL`,
    [assemblyId],
  );
  return (rowCount ?? 0) > 0;
}

async function nextSlot(client: PoolClient, assemblyId: string): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    "SELECT coalesce(max(number), 0) + 1 AS next FROM question_slot WHERE assembly_id = $1",
    [assemblyId],
  );
  return rows[0]?.next ?? 1;
}

function randomDigits({ random }: Platform): string {
  return Array.from({ length: DIGITS }, () => String(random.below(10))).join("");
}

/** The picks go to the end of the queue, in their order, each with its reason and a journal line. */
async function queuePicks(
  client: PoolClient,
  slotId: string,
  picks: readonly SlotPick[],
  by: { actorId: string; now: Date },
): Promise<void> {
  const ids = picks.map(({ id }) => id);
  await client.query(
    `INSERT INTO question_move (id, question_id, actor_id, "from", "to", reason, at)
     SELECT uuidv7(), id, $2, 'published', 'queued', 'slot', $3 FROM unnest($1::uuid[]) AS id`,
    [ids, by.actorId, by.now],
  );
  await client.query(
    `UPDATE question q SET state = 'queued', slot_id = $1, queue_why = pick.why,
       queue_place = 1000 + pick.place
     FROM unnest($2::uuid[], $3::jsonb[]) WITH ORDINALITY AS pick (id, why, place)
     WHERE q.id = pick.id`,
    [slotId, ids, picks.map(({ why }) => JSON.stringify(why))],
  );
}

async function authorsOf(client: PoolClient, picks: readonly SlotPick[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT author_id AS id FROM question WHERE id = ANY($1) AND author_id IS NOT NULL",
    [picks.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}
