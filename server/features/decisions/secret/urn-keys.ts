import type { Pool } from "pg";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import { KEY_ID } from "./credential-keys.ts";

type Row = {
  decision_id: string;
  credential_key: Buffer;
  key_id: string;
  urn_key: Buffer | null;
  ballot_bytes: number;
  seal: UrnKeys["seal"];
};

/** What anybody needs to take and seal ballots of an assembly: its secret votes not closed yet. */
export async function urnKeysOf(pool: Pool, assemblyId: string): Promise<UrnKeys[]> {
  const { rows } = await pool.query<Row>({
    name: "urn-keys",
    text: `SELECT u.decision_id, u.credential_key, ${KEY_ID} AS key_id, u.ballot_bytes, d.seal,
        CASE WHEN u.stage = 'ready' THEN u.urn_key END AS urn_key
      FROM urn u JOIN decision d ON d.id = u.decision_id
      WHERE d.assembly_id = $1 AND d.phase IN ('draft', 'open')
      ORDER BY d.position, d.id`,
    values: [assemblyId],
  });
  return rows.map((row) => ({
    decisionId: row.decision_id,
    credentialKey: row.credential_key.toString("base64url"),
    keyId: row.key_id,
    ...(row.urn_key ? { urnKey: row.urn_key.toString("base64url") } : {}),
    ballotBytes: row.ballot_bytes,
    seal: row.seal,
  }));
}
