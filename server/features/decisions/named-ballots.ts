import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { OpenedBallot } from "#domain/decisions/secret/opened.ts";
import { SAID } from "./said-ballot.ts";

/** What the ballots by name say, equal ones together, in the order of what they say. */
export async function readNamed(
  client: Pick<PoolClient, "query">,
  decisionId: string,
): Promise<OpenedBallot[]> {
  const { rows } = await client.query<OpenedBallot>(
    `SELECT ${SAID} COLLATE "C" AS content, count(*)::int AS ballots
     FROM ballot b WHERE b.decision_id = $1 GROUP BY 1 ORDER BY 1`,
    [decisionId],
  );
  return rows;
}

/** The fingerprint of the ballots by name: SHA-256 of a line each, "elector:what it says". */
export async function hashNamed(client: PoolClient, decisionId: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT elector_id || ':' || coalesce(option_id, content) AS line
     FROM ballot WHERE decision_id = $1 ORDER BY elector_id`,
    [decisionId],
  );
  return createHash("sha256")
    .update(rows.map(({ line }) => line).join("\n"))
    .digest("hex");
}
