import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { fromBase64url } from "#domain/decisions/secret/bytes.ts";
import { MOST_KEEPERS } from "#domain/decisions/secret/urn.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeUrns, lockCeremony } from "./change-urns.ts";
import { isPoint } from "./is-point.ts";

type Input = { assemblyId: string; boxKey: string; signingKey: string };

/**
 * A scrutineer takes part, with keys whose private halves stay in their browser. The same scrutineer
 * may come back with other keys until shares are dealt to them.
 */
export async function joinCeremony(
  platform: Platform,
  actor: Actor,
  { assemblyId, boxKey, signingKey }: Input,
): Promise<Result<null>> {
  const keys = [boxKey, signingKey].map((key) => fromBase64url(key) ?? new Uint8Array());
  if (!(await Promise.all(keys.map(isPoint))).every(Boolean)) return refuse("bad-input");
  const change = { action: "urn.keep", assemblyId, journalAs: "urn.join" } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    if (!(await lockCeremony(client, assemblyId))) return refuse("not-found");
    const refusal = await mayJoin(client, assemblyId, personId, keys);
    if (refusal) return refusal;
    await client.query(
      `INSERT INTO urn_keeper (assembly_id, person_id, box_key, signing_key) VALUES ($1, $2, $3, $4)
       ON CONFLICT (assembly_id, person_id)
       DO UPDATE SET box_key = EXCLUDED.box_key, signing_key = EXCLUDED.signing_key`,
      [assemblyId, personId, ...keys],
    );
    return ok({ value: null });
  });
}

type Standing = {
  same: boolean;
  holds: boolean;
  dealing: boolean;
  listed: boolean;
  keepers: number;
};

async function mayJoin(
  client: PoolClient,
  assemblyId: string,
  personId: string,
  keys: Uint8Array[],
): Promise<ReturnType<typeof refuse<"already-dealt" | "wrong-phase">> | undefined> {
  const { rows } = await client.query<Standing>(
    `SELECT
       EXISTS (SELECT FROM urn_keeper WHERE assembly_id = $1 AND person_id = $2) AS listed,
       EXISTS (SELECT FROM urn_keeper
         WHERE assembly_id = $1 AND person_id = $2 AND box_key = $3 AND signing_key = $4) AS same,
       EXISTS (SELECT FROM urn_share s JOIN decision d ON d.id = s.decision_id
         WHERE d.assembly_id = $1 AND s.person_id = $2) AS holds,
       EXISTS (SELECT FROM urn_share s JOIN decision d ON d.id = s.decision_id
         JOIN urn u ON u.decision_id = d.id
         WHERE d.assembly_id = $1 AND u.stage = 'keyed') AS dealing,
       (SELECT count(*)::int FROM urn_keeper WHERE assembly_id = $1) AS keepers`,
    [assemblyId, personId, ...keys],
  );
  const [standing] = rows;
  if (!standing || standing.same) return undefined;
  // Shares are sealed for the keys that were there: other keys would never open them.
  if (standing.holds || standing.dealing) return refuse("already-dealt");
  return !standing.listed && standing.keepers >= MOST_KEEPERS ? refuse("wrong-phase") : undefined;
}
