import type { PoolClient } from "pg";
import { lockDecision } from "../repository.ts";
import { takeUpAgain } from "./suspend-vote.ts";

/**
 * Suspends the open votes of a session with it: they stand still from the same instant on, by which
 * they are known when it resumes. Drafts are locked too, so that one that is being opened at this
 * moment is seen open, or finds the session suspended.
 */
export async function suspendVotesWith(
  client: PoolClient,
  assemblyId: string,
  now: Date,
): Promise<void> {
  await lockVotes(client, "assembly_id = $1 AND phase IN ('draft', 'open')", [assemblyId]);
  await client.query(
    `UPDATE decision SET suspended_at = $2
     WHERE assembly_id = $1 AND phase = 'open' AND suspended_at IS NULL`,
    [assemblyId, now],
  );
}

/** Takes up again what stood still with the session; a vote that was suspended by itself stays so. */
export async function resumeVotesWith(
  client: PoolClient,
  assemblyId: string,
  { since, now }: { since: Date; now: Date },
): Promise<void> {
  const stood = "assembly_id = $1 AND phase = 'open' AND suspended_at = $2";
  for (const id of await lockVotes(client, stood, [assemblyId, since])) {
    await takeUpAgain(client, id, now);
  }
}

async function lockVotes(client: PoolClient, which: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM decision WHERE ${which} ORDER BY id`,
    values,
  );
  for (const { id } of rows) await lockDecision(client, id);
  return rows.map(({ id }) => id);
}
