import type { PoolClient } from "pg";
import type { DecisionState } from "../repository.ts";
import { takeIssueTurn } from "./issue-turn.ts";

/**
 * Whether a vote may open: always by name; a secret one once its urn is ready. Credentials being
 * issued for the assembly commit before, and whoever asks after is a latecomer.
 */
export async function readyToOpen(
  client: PoolClient,
  { id, assemblyId, seal }: Pick<DecisionState, "id" | "assemblyId" | "seal">,
): Promise<boolean> {
  if (seal === "none") return true;
  await takeIssueTurn(client, assemblyId);
  const { rowCount } = await client.query(
    "SELECT FROM urn WHERE decision_id = $1 AND stage = 'ready'",
    [id],
  );
  return rowCount === 1;
}
