import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyState } from "../repository.ts";
import { annul, copyAsDraft } from "./annul-sql.ts";
import { disturbVote } from "./disturb-vote.ts";

type Annulment = { decisionId: string; kind: IncidentKind; reason: string; again: boolean };

/**
 * Annuls a result that was proclaimed: it leaves every screen, its page and the minutes say why.
 * `again` makes the vote that repeats it. Once the minutes are frozen nothing is annulled here: what
 * a general meeting minuted, another one or a court undoes.
 */
export function annulResult(
  platform: Platform,
  actor: Actor,
  { decisionId, kind, reason, again }: Annulment,
): Promise<Result<{ decisionId?: string }>> {
  const step = { decisionId, act: "annul" } as const;
  return disturbVote(platform, actor, step, async ({ client, vote, now }) => {
    if (vote.phase !== "published" || vote.rehearsal) return refuse("wrong-phase");
    if (await hasFrozenMinutes(client, vote.assemblyId)) return refuse("minutes-frozen");
    const assembly = await assemblyState(client, vote.assemblyId);
    if (again && assembly.phase !== "live") return refuse("wrong-phase");
    await annul(client, vote, { reason, now });
    await client.query("DELETE FROM result_shown WHERE decision_id = $1", [decisionId]);
    const logged = { done: false, kind, what: reason } as const;
    if (!again) return ok({ ...logged, value: {} });
    const successor = platform.random.uuid();
    await copyAsDraft(client, decisionId, successor);
    return ok({ ...logged, value: { decisionId: successor } });
  });
}

/** Held against whoever freezes them at this moment. */
async function hasFrozenMinutes(client: PoolClient, assemblyId: string): Promise<boolean> {
  const { rows } = await client.query<{ frozen: boolean }>(
    "SELECT frozen_at IS NOT NULL AS frozen FROM minutes WHERE assembly_id = $1 FOR SHARE",
    [assemblyId],
  );
  return rows[0]?.frozen ?? false;
}
