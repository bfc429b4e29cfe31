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
