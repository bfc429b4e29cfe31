import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeUrns, lockCeremony } from "./change-urns.ts";

type Input = { assemblyId: string; reason: string };

/**
 * The ceremony begins again, as long as no vote that it is for has opened: urn keys and shares go,
 * and each scrutineer joins anew. Credentials that were issued stay good: they have keys of their own.
 */
export async function restartCeremony(
  platform: Platform,
  actor: Actor,
  { assemblyId, reason }: Input,
): Promise<Result<null>> {
  const change = { action: "urn.restart", assemblyId, journalAs: "urn.restart" } as const;
  return changeUrns<null>(platform, actor, change, async (client) => {
    if (!(await lockCeremony(client, assemblyId))) return refuse("not-found");
    const { rows } = await client.query<{ id: string; phase: string }>(
      `SELECT id, phase FROM decision WHERE assembly_id = $1 AND seal = 'scrutineers'
       ORDER BY id FOR UPDATE`,
      [assemblyId],
    );
    if (rows.some(({ phase }) => phase !== "draft")) return refuse("wrong-phase");
    const decisionIds = rows.map(({ id }) => id);
    await client.query("DELETE FROM urn_share WHERE decision_id = ANY($1)", [decisionIds]);
    await client.query(
      `UPDATE urn SET urn_key = NULL, threshold = 0, stage = 'keyed' WHERE decision_id = ANY($1)`,
      [decisionIds],
    );
    await client.query("DELETE FROM urn_keeper WHERE assembly_id = $1", [assemblyId]);
    return ok({ value: null, journal: { subject: `assembly:${assemblyId}`, reason } });
  });
}
