import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyState } from "../repository.ts";
import { disturbVote } from "./disturb-vote.ts";
import { lastSuspension } from "./incident-sql.ts";

/** Suspends an open vote: what was cast stays, nothing comes in until it resumes. */
export function suspendVote(
  platform: Platform,
  actor: Actor,
  { decisionId, kind, reason }: { decisionId: string; kind: IncidentKind; reason: string },
): Promise<Result<null>> {
  const step = { decisionId, act: "suspend" } as const;
  return disturbVote(platform, actor, step, async ({ client, vote, endured, now }) => {
    if (vote.phase !== "open") return refuse("wrong-phase");
    if (endured.suspendedAt) return ok({ done: true, value: null });
    await client.query("UPDATE decision SET suspended_at = $2 WHERE id = $1", [decisionId, now]);
    return ok({ done: false, value: null, kind, what: reason });
  });
}

/** Resumes a suspended vote; its end, where it has one, comes later by what it stood still. */
export function resumeVote(
  platform: Platform,
  actor: Actor,
  { decisionId }: { decisionId: string },
): Promise<Result<null>> {
  const step = { decisionId, act: "resume" } as const;
  return disturbVote(platform, actor, step, async ({ client, vote, endured, now }) => {
    if (vote.phase !== "open") return refuse("wrong-phase");
    if (!endured.suspendedAt) return ok({ done: true, value: null });
    const { suspended } = await assemblyState(client, vote.assemblyId);
    if (suspended) return refuse("session-suspended");
    await takeUpAgain(client, decisionId, now);
    const why = await lastSuspension(client, vote.assemblyId, decisionId);
    const { kind, what } = why ?? { kind: "other", what: "–" };
    return ok({ done: false, value: null, kind, what });
  });
}

/** The end of a vote, and what was promised, come later by what it stood still. */
export async function takeUpAgain(
  client: PoolClient,
  decisionId: string,
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE decision SET suspended_at = NULL, closes_at = closes_at + ($2 - suspended_at),
       hold_until = hold_until + ($2 - suspended_at)
     WHERE id = $1`,
    [decisionId, now],
  );
}
