import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import type { AssemblyRow } from "./repository.ts";
import { lockAssembly } from "./repository.ts";
import { sessionChanged } from "./session-room.ts";

/** What a change did: the answer, and whose own view changed with it. */
export type Changed<T> = { value: T; persons?: Iterable<string> };

export type Change = {
  action: Action;
  assemblyId: string;
  /**
   * "alone" makes one order of all acts of the bureau on a session; "together" lets a crowd in at
   * once while keeping them out of a session that is being opened or closed.
   */
  order: "alone" | "together";
};

/**
 * The frame of everything that changes a live session: the right, one transaction with its events,
 * and the dispatch after COMMIT. A refusal undoes whatever `work` had written.
 */
export async function changeSession<T>(
  platform: Platform,
  actor: Actor,
  change: Change,
  work: (
    client: PoolClient,
    assembly: AssemblyRow,
    actor: PersonActor,
  ) => Promise<Result<Changed<T>>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { action, assemblyId, order } = change;
  if (!can(actor, action, assemblySubject(assemblyId))) return refuse("not-allowed");
  const done = await inTransactionUnlessRefused(platform.pool, async (client) => {
    const assembly = await lockAssembly(client, assemblyId, order);
    if (!assembly) return refuse("not-found");
    const result = await work(client, assembly, actor);
    if (!result.ok) return result;
    const { value, persons } = result.value;
    await platform.outbox.write(client, sessionChanged(assemblyId, persons));
    return ok(value);
  });
  if (done.ok) platform.outbox.kick();
  return done;
}
