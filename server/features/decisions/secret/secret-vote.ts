import type { ClientBase } from "pg";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import { DECISION_TURN } from "../turn.ts";

/** A decision as marks and ballots need it, held against its close until the transaction ends. */
export type LockedVote = {
  id: string;
  phase: DecisionPhase;
  ballot_kind: "named" | "secret";
  may_change: boolean;
  assembly_id: string;
  suspended: boolean;
};

/**
 * Locks the decision as casting does: shared with other batches, in the queue that a close comes
 * first in. What lies in other tables is to be read after, by another statement: this one's
 * snapshot may be older than the lock.
 */
export async function lockVote(
  client: Pick<ClientBase, "query">,
  decisionId: string,
): Promise<LockedVote | undefined> {
  const { rows } = await client.query<LockedVote>({
    name: "secret-lock",
    text: `SELECT d.id, d.phase, d.ballot_kind, d.may_change, d.assembly_id,
        d.suspended_at IS NOT NULL AS suspended
      FROM (SELECT pg_advisory_xact_lock_shared(${DECISION_TURN})) AS turn, decision d
      WHERE d.id = $1::uuid FOR SHARE OF d`,
    values: [decisionId],
  });
  return rows[0];
}
