import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyState } from "../repository.ts";
import { annul, copyAsDraft } from "./annul-sql.ts";
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
