import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import { journal } from "../../../platform/journal.ts";
import { answerCommand } from "../../../platform/command-context.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";

/** What an act on urns did, for the journal; never a share, never a choice. */
export type Done<T> = { value: T; journal?: { subject: string; reason?: string } };

type Change = { action: Action; assemblyId: string; journalAs?: string };

/**
 * The frame of every act on the urns of an assembly: the right, one transaction, the journal, and
 * the news. `work` refuses before it writes.
 */
export async function changeUrns<T extends object | null>(
  platform: Platform,
  actor: Actor,
  { action, assemblyId, journalAs }: Change,
  work: (client: PoolClient, actor: PersonActor) => Promise<Result<Done<T>>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, action, assemblySubject(assemblyId))) return refuse("not-allowed");
  const result = await inTransaction(platform.pool, async (client) => {
    const done = await work(client, actor);
    if (!done.ok) return done;
    if (journalAs) {
      await journal(client, {
        actorId: actor.personId,
        action: journalAs,
        subject: done.value.journal?.subject ?? `assembly:${assemblyId}`,
        reason: done.value.journal?.reason ?? "",
        at: platform.clock.now(),
      });
    }
    if (done.value.value) answerCommand(done.value.value);
    await platform.outbox.write(client, [{ topic: "room", room: `live-session/${assemblyId}` }]);
    return done;
  });
  if (!result.ok) return result;
  platform.outbox.kick();
  return { ok: true, value: result.value.value };
}

/** Makes one order of all acts of a ceremony. False where there is no such assembly. */
export async function lockCeremony(client: PoolClient, assemblyId: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM assembly WHERE id = $1 FOR NO KEY UPDATE", [
    assemblyId,
  ]);
  return rowCount === 1;
}

/** The assembly in which a decision is taken. */
export async function assemblyOf(
  { pool }: Platform,
  decisionId: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT assembly_id AS id FROM decision WHERE id = $1",
    [decisionId],
  );
  return rows[0]?.id;
}
