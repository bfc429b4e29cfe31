import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { DecisionAct } from "#domain/decisions/phase.ts";
import { nextPhase } from "#domain/decisions/phase.ts";
import { journal } from "../../platform/journal.ts";
import { inTransaction } from "../../platform/database.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { Platform } from "../../platform/platform.ts";
import type { DecisionState, Frozen } from "./repository.ts";
import { enterPhase, lockDecision } from "./repository.ts";

type Step = {
  act: Exclude<DecisionAct, "count">;
  action: Action;
  decisionId: string;
  reason?: string;
  /** What the act fixes, or why it may not happen now. Runs under the decision's lock. */
  prepare: (client: PoolClient, decision: DecisionState) => Promise<Result<Frozen>>;
  events?: (decision: DecisionState) => OutboxEvent[];
};

/** One act of the chair on a decision: locked, judged, journalled, told to the room. */
export async function changePhase(
  platform: Platform,
  actor: Actor,
  step: Step,
): Promise<Result<null>> {
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const decision = await lockDecision(client, step.decisionId);
    if (!decision) return refuse("not-found");
    if (!can(actor, step.action, assemblySubject(decision.assemblyId))) {
      return refuse("not-allowed");
    }
    const phase = nextPhase(decision.phase, step.act);
    if (!phase || phase === "draft") return refuse("wrong-phase");
    const frozen = await step.prepare(client, decision);
    if (!frozen.ok) return frozen;

    const now = platform.clock.now();
    await enterPhase(client, step.decisionId, phase, now, frozen.value);
    await journal(client, {
      actorId: actor.kind === "person" ? actor.personId : null,
      action: step.action,
      subject: `decision:${step.decisionId}`,
      reason: step.reason ?? "",
      at: now,
    });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
      ...(step.events?.(decision) ?? []),
    ]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
