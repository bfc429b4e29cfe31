import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { journal } from "../../platform/journal.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { lockDecision } from "./repository.ts";

/** A rehearsal begins again: a draft without ballots, without marks and without a count. */
export async function resetRehearsal(
  platform: Platform,
  actor: Actor,
  { decisionId }: { decisionId: string },
): Promise<Result<null>> {
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const decision = await lockDecision(client, decisionId);
    if (!decision) return refuse("not-found");
    if (!can(actor, "decision.reset", assemblySubject(decision.assemblyId))) {
      return refuse("not-allowed");
    }
    if (!decision.rehearsal) return refuse("not-a-rehearsal");
    await forgetVotes(client, decisionId);
    await journal(client, {
      actorId: actor.kind === "person" ? actor.personId : null,
      action: "decision.reset",
      subject: `decision:${decisionId}`,
      reason: "",
      at: platform.clock.now(),
    });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** An urn goes with its keys: ballots sealed for it open nowhere any more. New keys are made. */
async function forgetVotes(client: PoolClient, decisionId: string): Promise<void> {
  for (const table of HOLDS_VOTES) {
    await client.query(`DELETE FROM ${table} WHERE decision_id = $1`, [decisionId]);
  }
  await client.query(
    `UPDATE decision SET phase = 'draft', opened_at = NULL, closed_at = NULL, counted_at = NULL,
       published_at = NULL, frozen = '{}', tie_seed = NULL, tie_order = NULL, opens_at = NULL,
       closes_at = NULL, override_reason = '' WHERE id = $1`,
    [decisionId],
  );
}

// Marks, boards, shares and slips go with the urn.
const HOLDS_VOTES = [
  "ballot",
  "tally",
  "decision_elector",
  "mandate_vote",
  "result_shown",
  "secret_ballot",
  "urn",
];
