import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { DecisionState } from "../repository.ts";
import { closableAt } from "./closable-sql.ts";
import { readEndured } from "./endured.ts";
import { writeIncident } from "./incident-sql.ts";

/**
 * Whether an open vote may close now: not while it is suspended, and not before those who follow
 * from elsewhere had their minute or the promised time is over (rules 1.8). A person may close it
 * earlier with a reason, which goes into the incident log; a schedule waits. A rehearsal waits for
 * nobody.
 */
export async function mayClose(
  client: PoolClient,
  decision: Pick<DecisionState, "id" | "assemblyId" | "rehearsal">,
  { actor, reason, now }: { actor: Actor; reason: string; now: Date },
): Promise<Result<null>> {
  const { id, assemblyId, rehearsal } = decision;
  const { openedAt, suspendedAt, holdUntil } = await readEndured(client, id);
  if (suspendedAt) return refuse("vote-suspended");
  if (rehearsal || !openedAt) return ok(null);
  const heard = await closableAt(client, assemblyId, openedAt);
  const instant = Math.max(heard?.getTime() ?? 0, holdUntil?.getTime() ?? 0);
  const left = instant - now.getTime();
  if (left <= 0) return ok(null);
  if (reason === "" || actor.kind !== "person") {
    return refuse("not-heard-yet", { seconds: Math.ceil(left / 1_000) });
  }
  await writeIncident(client, {
    assemblyId,
    kind: "procedure",
    act: "close-early",
    what: reason,
    by: actor.personId,
    at: now,
    notedAt: now,
    decisionId: id,
  });
  return ok(null);
}
