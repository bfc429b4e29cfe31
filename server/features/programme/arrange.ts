import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import { journalAssembly } from "../../platform/journal.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";

/** What happened, for the journal of the assembly. */
export type ArrangeAct =
  | "programme.session-added"
  | "programme.session-changed"
  | "programme.session-cancelled"
  | "programme.site-added"
  | "programme.site-changed"
  | "programme.site-cancelled"
  | "programme.figures-taken";

/**
 * The frame of everything an organiser does to a programme: the right, one transaction with its
 * line in the journal, the dispatch. `work` refuses before it writes.
 */
export async function arrange<T>(
  platform: Platform,
  actor: Actor,
  { assemblyId, action }: { assemblyId: string; action: ArrangeAct },
  work: (client: PoolClient, actor: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "programme.arrange", assemblySubject(assemblyId))) return refuse("not-allowed");
  const result = await inTransaction(platform.pool, async (client): Promise<Result<T>> => {
    // An assembly that is being deleted is not arranged any more.
    const held = await client.query("SELECT FROM assembly WHERE id = $1 FOR KEY SHARE", [
      assemblyId,
    ]);
    if (!held.rowCount) return refuse("not-found");
    const done = await work(client, actor);
    if (!done.ok) return done;
    const { personId } = actor;
    await journalAssembly(client, { personId, assemblyId, action, now: platform.clock.now() });
    return done;
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
