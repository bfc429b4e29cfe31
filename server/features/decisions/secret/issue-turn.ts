import type { ClientBase } from "pg";

/**
 * The advisory lock of an assembly ($1) over its credentials. Whoever issues shares it, after the
 * decision's own lock; opening a secret vote takes it alone: so "before the first vote" is exact.
 */
const ISSUE_TURN = "hashtextextended($1::text, 2)";

export async function shareIssueTurn(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock_shared(${ISSUE_TURN})`, [assemblyId]);
}

export async function takeIssueTurn(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${ISSUE_TURN})`, [assemblyId]);
}
