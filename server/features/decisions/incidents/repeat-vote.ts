import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyState, countBallots, type DecisionState, enterPhase } from "../repository.ts";
import { forgetWaiting } from "../secret/close-urn.ts";
import { disturbVote } from "./disturb-vote.ts";

/**
 * Annuls a vote that is not proclaimed and makes the one that repeats it: a draft with the same
 * text, options, rule and electors, named after it in the log. What was cast is kept and never
 * counted; the urn of a secret vote loses its keys, so that nobody can open it.
 */
export function repeatVote(
  platform: Platform,
  actor: Actor,
  { decisionId, kind, reason }: { decisionId: string; kind: IncidentKind; reason: string },
): Promise<Result<{ decisionId: string }>> {
  const step = { decisionId, act: "repeat" } as const;
  return disturbVote(platform, actor, step, async ({ client, vote, now }) => {
    if (vote.phase === "draft" || vote.phase === "published") return refuse("wrong-phase");
    if (vote.rehearsal) return refuse("wrong-phase");
    const assembly = await assemblyState(client, vote.assemblyId);
    if (assembly.phase !== "live") return refuse("wrong-phase");
    await annul(client, vote, { reason, now });
    const successor = platform.random.uuid();
    await copyAsDraft(client, decisionId, successor);
    return ok({ done: false, value: { decisionId: successor }, kind, what: reason });
  });
}

async function annul(
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

/** Right after the annulled vote in the order of the assembly's decisions. */
async function copyAsDraft(client: PoolClient, from: string, to: string): Promise<void> {
  await client.query(
    `UPDATE decision d SET position = d.position + 1 FROM decision annulled
     WHERE annulled.id = $1 AND d.assembly_id = annulled.assembly_id
       AND d.position > annulled.position`,
    [from],
  );
  await client.query(
    `INSERT INTO decision (id, assembly_id, item_id, position, texts, legal_basis, legal_channel,
       method, rule, tie_rule, max_choices, ballot_kind, seal, may_change, electorate,
       profile_version, repeats_id)
     SELECT $2, assembly_id, item_id, position + 1, texts, legal_basis, legal_channel, method, rule,
       tie_rule, max_choices, ballot_kind, seal, may_change, electorate, profile_version, id
     FROM decision WHERE id = $1`,
    [from, to],
  );
  await client.query(
    `INSERT INTO decision_option (decision_id, id, position, label)
     SELECT $2, id, position, label FROM decision_option WHERE decision_id = $1`,
    [from, to],
  );
}
