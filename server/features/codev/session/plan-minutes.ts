import type { StepMinutes } from "#domain/codev/steps.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "./change.ts";

/** How long each step is, before the session opens; the cycle keeps it for the sessions that follow. */
export function planMinutes(
  platform: Platform,
  actor: Actor,
  { sessionId, ...minutes }: { sessionId: string } & StepMinutes,
): Promise<Result<null>> {
  const change = { sessionId, parts: ["facilitator"], ledger: true } as const;
  return changeSession(platform, actor, change, async ({ client, session }) => {
    if (session.state !== "planned") return refuse("wrong-phase");
    await client.query("UPDATE codev_cycle SET steps = $2 WHERE id = $1", [
      session.cycleId,
      minutes,
    ]);
    return ok(null);
  });
}
