import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { SHOW_RESULT } from "./shown-sql.ts";

/** Shows a published result on every screen again. */
export async function showResult(
  platform: Platform,
  actor: Actor,
  { decisionId }: { decisionId: string },
): Promise<Result<null>> {
  const { rows } = await platform.pool.query<{
    assembly: string;
    phase: string;
    annulled: boolean;
  }>(
    `SELECT assembly_id AS assembly, phase, annulled_at IS NOT NULL AS annulled
     FROM decision WHERE id = $1`,
    [decisionId],
  );
  const [decision] = rows;
  if (!decision) return refuse("not-found");
  if (decision.phase !== "published") return refuse("wrong-phase");
  if (decision.annulled) return refuse("vote-annulled");
  return change(platform, actor, decision.assembly, SHOW_RESULT, [
    decisionId,
    platform.clock.now(),
  ]);
}

/** Screens go back to what the assembly is at. */
export function clearResult(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const sql = "DELETE FROM result_shown WHERE assembly_id = $1";
  return change(platform, actor, assemblyId, sql, [assemblyId]);
}

async function change(
  platform: Platform,
  actor: Actor,
  assemblyId: string,
  sql: string,
  values: unknown[],
): Promise<Result<null>> {
  if (!can(actor, "decision.publish", assemblySubject(assemblyId))) return refuse("not-allowed");
  await inTransaction(platform.pool, async (client) => {
    await client.query(sql, values);
    await platform.outbox.write(client, [{ topic: "room", room: `live-session/${assemblyId}` }]);
  });
  platform.outbox.kick();
  return ok(null);
}
