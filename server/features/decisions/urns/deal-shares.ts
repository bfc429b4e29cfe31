import type { PoolClient } from "pg";
import type { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { LEAST_KEEPERS, thresholdFor } from "#domain/decisions/secret/urn.ts";
import type { URN_ACTS } from "#wire/secret-ballots.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeUrns, lockCeremony } from "./change-urns.ts";
import { isPoint } from "./is-point.ts";

type Input = z.infer<(typeof URN_ACTS)["urn.deal"]>;
type DealtUrn = Input["urns"][number];

/**
 * The dealer's browser brings urn keys and, sealed for each keeper, a share of each secret. The
 * secret itself was never here. Dealing the same again is no second dealing.
 */
export async function dealShares(
  platform: Platform,
  actor: Actor,
  { assemblyId, urns }: Input,
): Promise<Result<null>> {
  const points = urns.map(({ urnKey }) => isPoint(Buffer.from(urnKey, "base64url")));
  if (!(await Promise.all(points)).every(Boolean)) return refuse("bad-input");
  const change = { action: "urn.keep", assemblyId, journalAs: "urn.deal" } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    if (!(await lockCeremony(client, assemblyId))) return refuse("not-found");
    const keepers = await keepersOf(client, assemblyId);
    if (!keepers.includes(personId)) return refuse("not-scrutineer");
    if (keepers.length < LEAST_KEEPERS) return refuse("ceremony-not-ready");
    if (!urns.every((urn) => isForAll(urn, keepers))) return refuse("changed-meanwhile");
    const standing = await standingOf(client, assemblyId, urns);
    if (standing === "dealt-so") return ok({ value: null });
    if (standing !== "undealt") return refuse(standing);
    for (const urn of urns) await writeShares(client, urn, thresholdFor(keepers.length));
    return ok({ value: null });
  });
}

async function keepersOf(client: PoolClient, assemblyId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM urn_keeper WHERE assembly_id = $1",
    [assemblyId],
  );
  return rows.map(({ id }) => id);
}

/** One share for each keeper and for nobody else. */
function isForAll({ shares }: DealtUrn, keepers: readonly string[]): boolean {
  const named = new Set(shares.map(({ personId }) => personId));
  return (
    shares.length === keepers.length &&
    named.size === keepers.length &&
    keepers.every((id) => named.has(id))
  );
}

type Standing = "undealt" | "dealt-so" | "already-dealt" | "not-found" | "wrong-phase";

async function standingOf(
  client: PoolClient,
  assemblyId: string,
  urns: readonly DealtUrn[],
): Promise<Standing> {
  // Locked against an opening of the vote at this moment.
  const { rows } = await client.query<{ id: string; draft: boolean; urn_key: Buffer | null }>(
    `SELECT d.id, d.phase = 'draft' AS draft, u.urn_key
     FROM decision d JOIN urn u ON u.decision_id = d.id
     WHERE d.assembly_id = $1 AND d.id = ANY($2) AND d.seal = 'scrutineers'
     ORDER BY d.id FOR UPDATE OF d`,
    [assemblyId, urns.map(({ decisionId }) => decisionId)],
  );
  if (rows.length !== urns.length) return "not-found";
  const keys = new Map(rows.map(({ id, urn_key }) => [id, urn_key?.toString("base64url")]));
  if (urns.every(({ decisionId, urnKey }) => keys.get(decisionId) === urnKey)) return "dealt-so";
  if (rows.some(({ urn_key }) => urn_key)) return "already-dealt";
  return rows.every(({ draft }) => draft) ? "undealt" : "wrong-phase";
}

async function writeShares(
  client: PoolClient,
  { decisionId, urnKey, shares }: DealtUrn,
  threshold: number,
): Promise<void> {
  await client.query("UPDATE urn SET urn_key = $2, threshold = $3 WHERE decision_id = $1", [
    decisionId,
    Buffer.from(urnKey, "base64url"),
    threshold,
  ]);
  await client.query(
    `INSERT INTO urn_share (decision_id, person_id, sealed, fingerprint)
     SELECT $1, * FROM unnest($2::uuid[], $3::bytea[], $4::bytea[])`,
    [
      decisionId,
      shares.map(({ personId }) => personId),
      shares.map(({ sealed }) => Buffer.from(sealed, "base64url")),
      shares.map(({ fingerprint }) => Buffer.from(fingerprint, "base64url")),
    ],
  );
}
