import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentAct, IncidentKind } from "#domain/live-session/stage/incident.ts";
import { journal } from "../../../platform/journal.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type DecisionState, lockDecision } from "../repository.ts";
import { type Endured, readEndured } from "./endured.ts";
import { writeIncident } from "./incident-sql.ts";

/** A locked vote, what it endured, and the clock. */
export type Disturbed = { client: PoolClient; vote: DecisionState; endured: Endured; now: Date };

/** What an act did to a vote, for the log; `done` where it was so already and nothing is logged. */
export type Disturbance<T> =
  | { done: true; value: T }
  | { done: false; value: T; kind: IncidentKind; what: string; until?: Date };

/**
 * The frame of what a chair does to a vote because of an incident: one transaction with the log of
 * incidents, the journal and the news. Acts say what shall be, so that a second chair who does the
 * same finds it done.
 */
export async function disturbVote<T>(
  platform: Platform,
  actor: Actor,
  { decisionId, act }: { decisionId: string; act: Exclude<IncidentAct, "note"> },
  work: (disturbed: Disturbed) => Promise<Result<Disturbance<T>>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const result = await inTransaction(platform.pool, async (client): Promise<Result<T>> => {
    const vote = await lockDecision(client, decisionId);
    if (!vote) return refuse("not-found");
    const { assemblyId } = vote;
    if (!can(actor, "decision.close", assemblySubject(assemblyId))) return refuse("not-allowed");
    const now = platform.clock.now();
    const endured = await readEndured(client, decisionId);
    if (endured.annulled) return refuse("vote-annulled");
    const worked = await work({ client, vote, endured, now });
    if (!worked.ok) return worked;
    const { value } = worked.value;
    if (worked.value.done) return ok(value);
    const { kind, what, until } = worked.value;
    const by = actor.personId;
    const logged = { assemblyId, decisionId, kind, act, what, by, at: now, notedAt: now };
    await writeIncident(client, { ...logged, ...(until ? { until } : {}) });
    await journal(client, {
      actorId: by,
      action: `decision.${act}`,
      subject: `decision:${decisionId}`,
      reason: what,
      at: now,
    });
    await platform.outbox.write(client, [{ topic: "room", room: `live-session/${assemblyId}` }]);
    return ok(value);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
