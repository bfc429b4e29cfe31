import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isHeld, maySteer, minutesOf } from "#domain/workers-assembly/debate.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { onDebate } from "./access.ts";

type Input<K extends keyof WorkersDayCommands> = WorkersDayCommands[K];

/** Goes to the next step, or back to one that was left too soon; its time begins. */
export function steerDebate(
  platform: Platform,
  actor: Actor,
  { debateId, step: to }: Input<"debate.step">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    const { client, debate, now } = changing;
    if (debate.step === to) return ok(null);
    if (!maySteer(debate.step, to)) return refuse("wrong-phase");
    await client.query(
      "UPDATE debate SET step = $2, step_since = $3, step_minutes = $4 WHERE id = $1",
      [debateId, to, to === "done" ? null : now, minutesOf(to, debate.minutes)],
    );
    await client.query(
      `UPDATE workers_assembly SET stage = 'debating', revision = revision + 1
       WHERE id = $1 AND stage = 'ranked'`,
      [debate.editionId],
    );
    return ok(null);
  });
}

/** Gives the step some minutes more. */
export function lengthenStep(
  platform: Platform,
  actor: Actor,
  { debateId, minutes }: Input<"debate.lengthen">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async ({ client, debate }) => {
    if (!isHeld(debate.step)) return refuse("wrong-phase");
    await client.query(
      "UPDATE debate SET step_minutes = least(step_minutes + $2, 180) WHERE id = $1",
      [debateId, minutes],
    );
    return ok(null);
  });
}

/** Who facilitates says whether pages may name them. */
export function nameFacilitator(
  platform: Platform,
  actor: Actor,
  { debateId, named }: Input<"debate.name-me">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    const { client, debate, actor: by } = changing;
    if (debate.facilitatorId !== by.personId) return refuse("not-allowed");
    await client.query("UPDATE debate SET facilitator_named = $2 WHERE id = $1", [
      debateId,
      named === "on",
    ]);
    return ok(null);
  });
}
