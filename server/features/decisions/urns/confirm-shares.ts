import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeUrns, lockCeremony } from "./change-urns.ts";

type Input = { assemblyId: string; decisionIds: string[] };

/**
 * A keeper holds these shares and has printed them: the sealed copy goes. Once every keeper has
 * said so the urn is ready.
 */
export async function confirmShares(
  platform: Platform,
  actor: Actor,
  { assemblyId, decisionIds }: Input,
): Promise<Result<null>> {
  const change = { action: "urn.keep", assemblyId, journalAs: "urn.confirm" } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    if (!(await lockCeremony(client, assemblyId))) return refuse("not-found");
    const { rows } = await client.query<{ id: string }>(
      `SELECT s.decision_id AS id FROM urn_share s JOIN decision d ON d.id = s.decision_id
       WHERE d.assembly_id = $1 AND s.person_id = $2 AND s.decision_id = ANY($3)`,
      [assemblyId, personId, decisionIds],
    );
    if (rows.length !== new Set(decisionIds).size) return refuse("not-scrutineer");
    await client.query(
      `UPDATE urn_share SET confirmed = true, sealed = NULL
       WHERE person_id = $1 AND decision_id = ANY($2)`,
      [personId, decisionIds],
    );
    await client.query(
      `UPDATE urn u SET stage = 'ready' WHERE decision_id = ANY($1) AND stage = 'keyed'
         AND NOT EXISTS (SELECT FROM urn_share s
           WHERE s.decision_id = u.decision_id AND NOT s.confirmed)`,
      [decisionIds],
    );
    return ok({ value: null });
  });
}
