import type { PoolClient } from "pg";
import { countBallots, type DecisionState, enterPhase } from "../repository.ts";
import { forgetWaiting } from "../secret/close-urn.ts";

/** Declares a locked vote void. What was cast is kept; a secret urn loses the keys it still has. */
export async function annul(
  client: PoolClient,
  { id, phase, seal }: DecisionState,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await client.query("UPDATE decision SET suspended_at = NULL WHERE id = $1", [id]);
  if (phase === "open") {
    await forgetWaiting(client, id);
    const cast = seal === "none" ? await countBallots(client, id) : undefined;
    await enterPhase(client, id, "closed", now, cast === undefined ? {} : { cast });
  }
  await client.query("UPDATE decision SET annulled_at = $2, annul_reason = $3 WHERE id = $1", [
    id,
    now,
    reason,
  ]);
  await client.query(
    "UPDATE urn SET credential_secret = NULL, urn_secret = NULL WHERE decision_id = $1",
    [id],
  );
}

/** The vote that repeats it, right after the annulled vote in the order of the assembly's decisions. */
export async function copyAsDraft(client: PoolClient, from: string, to: string): Promise<void> {
  await client.query(
    `UPDATE decision d SET position = d.position + 1 FROM decision annulled
     WHERE annulled.id = $1 AND d.assembly_id = annulled.assembly_id
       AND d.position > annulled.position`,
    [from],
  );
  await client.query(
    `INSERT INTO decision (id, assembly_id, item_id, position, texts, legal_basis, legal_channel,
       method, rule, tie_rule, max_choices, min_choices, ballot_kind, seal, may_change, electorate,
       profile_version, repeats_id)
     SELECT $2, assembly_id, item_id, position + 1, texts, legal_basis, legal_channel, method, rule,
       tie_rule, max_choices, min_choices, ballot_kind, seal, may_change, electorate,
       profile_version, id
     FROM decision WHERE id = $1`,
    [from, to],
  );
  await client.query(
    `INSERT INTO decision_option (decision_id, id, position, label)
     SELECT $2, id, position, label FROM decision_option WHERE decision_id = $1`,
    [from, to],
  );
}
