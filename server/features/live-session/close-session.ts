import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { closeAssembly } from "#domain/live-session/agenda.ts";
import { journalAssembly } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";
import { forgetAskers, settleUnanswered } from "./questions/settle-at-close.ts";
import { countOpenStatutory } from "./repository.ts";
import { stopTime } from "./stage/item-timers.ts";

/**
 * Closes the session for good: no vote may be open and every statutory question must have its
 * answer, written or oral, or its stated outcome (rules 1.7).
 */
export async function closeSession(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    const closed = closeAssembly({
      phase: assembly.phase,
      openVotes: await countOpenVotes(client, assemblyId),
      statutoryOpen: await countOpenStatutory(client, assemblyId),
    });
    if (!closed.ok) return closed;

    const now = platform.clock.now();
    await client.query(
      "UPDATE assembly SET phase = 'closed', questions_open = false WHERE id = $1",
      [assemblyId],
    );
    await client.query("DELETE FROM result_shown WHERE assembly_id = $1", [assemblyId]);
    await client.query(
      `UPDATE agenda_item SET phase = 'done' WHERE assembly_id = $1 AND phase = 'current'`,
      [assemblyId],
    );
    await stopTime(client, assembly, now);
    const { rows } = await client.query<{ id: string }>(
      `UPDATE attendance SET left_at = greatest($2::timestamptz, arrived_at)
       WHERE assembly_id = $1 AND left_at IS NULL RETURNING person_id AS id`,
      [assemblyId, now],
    );
    const askers = await settleUnanswered(client, assemblyId, { actorId: personId, now });
    await forgetAskers(client, assemblyId);
    await journalAssembly(client, {
      personId,
      assemblyId,
      action: "session.closed",
      now,
    });
    return ok({ value: null, persons: [...askers, ...rows.map((row) => row.id)] });
  });
}

/** Locks the decisions too: a vote that is being opened at this moment is seen, or finds us closed. */
async function countOpenVotes(client: ClientBase, assemblyId: string): Promise<number> {
  const { rows } = await client.query<{ phase: string }>(
    "SELECT phase FROM decision WHERE assembly_id = $1 ORDER BY id FOR UPDATE",
    [assemblyId],
  );
  return rows.filter((decision) => decision.phase === "open").length;
}
