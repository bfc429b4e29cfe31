import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lockDecision } from "../repository.ts";
import { changeUrns } from "../urns/change-urns.ts";
import { makeCredentialKeys, type CredentialKeys } from "./credential-keys.ts";
import { takeIssueTurn } from "./issue-turn.ts";
import type { UrnSecrets } from "./urn-secrets.ts";

type Input = { assemblyId: string; reason: string };

/**
 * The credentials of an assembly start again, for somebody who lost theirs: whose they were nobody
 * can say, so all go, and every browser takes new ones. Only before the first secret vote opens,
 * when no ballot can be in an urn. Urn keys, shares and slips of paper stay.
 */
export async function restartCredentials(
  platform: Platform,
  secrets: UrnSecrets,
  actor: Actor,
  { assemblyId, reason }: Input,
): Promise<Result<null>> {
  const action = "urn.restart";
  if (!can(actor, action, assemblySubject(assemblyId))) return refuse("not-allowed");
  // Making keys takes a while: nobody is kept waiting for that.
  const made = await makeKeys(platform, secrets, assemblyId);
  const change = { action, assemblyId, journalAs: "credentials.restart" } as const;
  return changeUrns<null>(platform, actor, change, async (client) => {
    // As casting and opening lock: each decision, then the assembly's turn over credentials.
    for (const decisionId of [...made.keys()].sort()) await lockDecision(client, decisionId);
    await takeIssueTurn(client, assemblyId);
    const code = await judge(client, assemblyId, made);
    if (code) return refuse(code);
    for (const [decisionId, keys] of made) await replaceKeys(client, decisionId, keys);
    return ok({ value: null, journal: { subject: `assembly:${assemblyId}`, reason } });
  });
}

type Made = ReadonlyMap<string, CredentialKeys>;

async function makeKeys(
  { pool }: Platform,
  secrets: UrnSecrets,
  assemblyId: string,
): Promise<Made> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT d.id FROM decision d JOIN urn u ON u.decision_id = d.id
     WHERE d.assembly_id = $1 AND d.phase = 'draft'`,
    [assemblyId],
  );
  const made = new Map<string, CredentialKeys>();
  for (const { id } of rows) made.set(id, await makeCredentialKeys(id, secrets));
  return made;
}

async function judge(
  client: PoolClient,
  assemblyId: string,
  made: Made,
): Promise<RefusalCode | undefined> {
  const { rows } = await client.query<{ id: string; phase: string }>(
    `SELECT d.id, d.phase FROM decision d JOIN urn u ON u.decision_id = d.id
     WHERE d.assembly_id = $1`,
    [assemblyId],
  );
  if (rows.length === 0) return "urn-not-ready";
  if (rows.some(({ phase }) => phase !== "draft")) return "secret-vote-begun";
  // An urn that came in between would keep its credentials.
  return rows.every(({ id }) => made.has(id)) ? undefined : "changed-meanwhile";
}

async function replaceKeys(
  client: PoolClient,
  decisionId: string,
  { credentialKey, credentialSecret }: CredentialKeys,
): Promise<void> {
  await client.query(
    "UPDATE urn SET credential_key = $2, credential_secret = $3 WHERE decision_id = $1",
    [decisionId, credentialKey, credentialSecret],
  );
  // Who was given a slip of paper holds it still.
  await client.query(
    `DELETE FROM credential_issue WHERE decision_id = $1 AND channel IN ('online', 'assisted')`,
    [decisionId],
  );
}
