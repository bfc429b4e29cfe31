import type { ClientBase } from "pg";

/** A sealed ballot as the urn keeps it. */
export type UrnBallot = {
  credential: Buffer;
  issueSignature: Buffer;
  revision: number;
  sealed: Buffer;
  signature: Buffer;
};

/**
 * Puts ballots into the urn, each unless one as recent is there under the same credential, and says
 * whose went in (credentials in hexadecimal). In the order of the credentials: rows that are
 * written together do not tell which came first.
 */
export async function writeBallots(
  client: Pick<ClientBase, "query">,
  decisionId: string,
  ballots: readonly UrnBallot[],
  mayChange: boolean,
): Promise<Set<string>> {
  const { rows } = await client.query<{ credential: Buffer }>({
    name: "sealed-write",
    text: `INSERT INTO secret_ballot
        (decision_id, credential, issue_signature, revision, sealed, signature)
      SELECT $1, credential, issue_signature, revision, sealed, signature
      FROM unnest($3::bytea[], $4::bytea[], $5::int[], $6::bytea[], $7::bytea[])
        AS i(credential, issue_signature, revision, sealed, signature)
      ORDER BY credential
      ON CONFLICT (decision_id, credential) DO UPDATE
        SET issue_signature = EXCLUDED.issue_signature, revision = EXCLUDED.revision,
            sealed = EXCLUDED.sealed, signature = EXCLUDED.signature
        WHERE $2 AND secret_ballot.revision < EXCLUDED.revision
      RETURNING credential`,
    values: [
      decisionId,
      mayChange,
      ballots.map((ballot) => ballot.credential),
      ballots.map((ballot) => ballot.issueSignature),
      ballots.map((ballot) => ballot.revision),
      ballots.map((ballot) => ballot.sealed),
      ballots.map((ballot) => ballot.signature),
    ],
  });
  return new Set(rows.map((row) => row.credential.toString("hex")));
}
