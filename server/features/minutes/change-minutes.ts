import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { type Action, assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { readMinutes, type StoredMinutes } from "./read-minutes.ts";

/** The frame of every act on minutes: the right, and one transaction that holds them. */
export async function changeMinutes(
  platform: Platform,
  actor: Actor,
  { action, assemblyId }: { action: Action; assemblyId: string },
  work: (client: PoolClient, minutes: StoredMinutes, actor: PersonActor) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, action, assemblySubject(assemblyId))) return refuse("not-allowed");
  return inTransaction(platform.pool, async (client) => {
    const minutes = await readMinutes(client, assemblyId, { lock: true });
    return minutes ? work(client, minutes, actor) : refuse("not-found");
  });
}
