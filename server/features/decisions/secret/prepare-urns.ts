import type { Pool } from "pg";
import { ballotBytes } from "#domain/decisions/ballot.ts";
import { generateBox } from "#domain/decisions/secret/seal.ts";
import type { Seal } from "#domain/decisions/secret/urn.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { BALLOT_COLUMNS, ballotDefinition, type BallotRow } from "../ballot-definition.ts";
import { isIncomplete } from "../designer/draft-row.ts";
import { preparesUrns } from "../takes-votes.ts";
import { makeCredentialKeys, type CredentialKeys } from "./credential-keys.ts";
import type { UrnSecrets } from "./urn-secrets.ts";

type Missing = BallotRow & {
  id: string;
  assembly_id: string;
  seal: Exclude<Seal, "none">;
};

/**
 * Makes the keys of secret votes that have none yet, from the convocation on and once nothing is
 * lacking: whoever takes a ballot fixes what may still change. What the server seals itself is ready
 * at once; where scrutineers keep the key, their ceremony brings it.
 */
export async function prepareUrns(platform: Platform, secrets: UrnSecrets): Promise<void> {
  for (const decision of await decisionsWithoutUrn(platform.pool)) {
    if (await isIncomplete(platform.pool, decision.id)) continue;
    const urn = await makeKeys(decision, secrets);
    const made = await inTransaction(platform.pool, async (client) => {
      // Another job process may have been quicker: its keys stay.
      const { rowCount } = await client.query(
        `INSERT INTO urn (decision_id, stage, ballot_bytes, credential_key, credential_secret,
           urn_key, urn_secret)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [
          decision.id,
          urn.urnKey ? "ready" : "keyed",
          ballotBytes(ballotDefinition(decision)),
          urn.credentialKey,
          urn.credentialSecret,
          urn.urnKey,
          urn.urnSecret,
        ],
      );
      const room = `live-session/${decision.assembly_id}`;
      await platform.outbox.write(client, [{ topic: "room", room }]);
      return rowCount === 1;
    });
    if (made) platform.outbox.kick();
  }
}

async function decisionsWithoutUrn(pool: Pool): Promise<Missing[]> {
  const { rows } = await pool.query<Missing>(
    `SELECT d.id, d.assembly_id, d.seal, ${BALLOT_COLUMNS}
     FROM decision d JOIN assembly a ON a.id = d.assembly_id
     WHERE d.ballot_kind = 'secret' AND d.phase = 'draft' AND ${preparesUrns()}
       AND EXISTS (SELECT FROM decision_option o WHERE o.decision_id = d.id)
       AND NOT EXISTS (SELECT FROM urn u WHERE u.decision_id = d.id)
     ORDER BY a.day, d.position`,
  );
  return rows;
}

type Keys = CredentialKeys & { urnKey: Uint8Array | null; urnSecret: Buffer | null };

async function makeKeys({ id, seal }: Missing, secrets: UrnSecrets): Promise<Keys> {
  const box = seal === "server" ? await generateBox() : undefined;
  return {
    ...(await makeCredentialKeys(id, secrets)),
    urnKey: box?.boxKey ?? null,
    urnSecret: box ? secrets.sealUrnSecret(id, box.secret) : null,
  };
}
