import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import { journalAssembly } from "../../../platform/journal.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lastSuspension, writeIncident } from "../../decisions/incidents/incident-sql.ts";
import { resumeVotesWith, suspendVotesWith } from "../../decisions/incidents/session-votes-sql.ts";
import { changeSession } from "../change-session.ts";
import { lengthenBurst } from "../questions/round-repository.ts";
import { stopTime } from "./item-timers.ts";
import { readStage } from "./stage-row.ts";

/**
 * Suspends the session: the time of the item and the open votes stand still, and none opens.
 */
export function suspendSession(
  platform: Platform,
  actor: Actor,
  { assemblyId, kind, reason }: { assemblyId: string; kind: IncidentKind; reason: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { suspendedAt } = await readStage(client, assemblyId);
    if (suspendedAt) return ok({ value: null });
    const now = platform.clock.now();
    await setSuspended(client, assemblyId, now);
    await stopTime(client, assembly, now);
    await suspendVotesWith(client, assemblyId, now);
    const logged = { assemblyId, kind, what: reason, by: personId, at: now, notedAt: now };
    await writeIncident(client, { ...logged, act: "suspend-session" });
    await journalAssembly(client, { personId, assemblyId, action: "session.suspended", now });
    return ok({ value: null });
  });
}

/**
 * Resumes the session with the votes that stood still with it; their ends, and that of a burst of
 * support, come later by as much. The chair starts the time of the item again.
 */
export function resumeSession(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { suspendedAt } = await readStage(client, assemblyId);
    if (!suspendedAt) return ok({ value: null });
    const now = platform.clock.now();
    await setSuspended(client, assemblyId, null);
    await resumeVotesWith(client, assemblyId, { since: suspendedAt, now });
    await lengthenBurst(client, assemblyId, { since: suspendedAt, now });
    const why = (await lastSuspension(client, assemblyId)) ?? { kind: "other", what: "–" };
    const logged = { ...why, assemblyId, by: personId, at: now, notedAt: now };
    await writeIncident(client, { ...logged, act: "resume-session" });
    await journalAssembly(client, { personId, assemblyId, action: "session.resumed", now });
    return ok({ value: null });
  });
}

async function setSuspended(
  client: PoolClient,
  assemblyId: string,
  at: Date | null,
): Promise<void> {
  await client.query("UPDATE stage SET suspended_at = $2 WHERE assembly_id = $1", [assemblyId, at]);
}
