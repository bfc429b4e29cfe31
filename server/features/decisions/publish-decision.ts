import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changePhase } from "./change-phase.ts";

/** Announces a counted result to everybody: an act of the chair. */
export function publishDecision(
  platform: Platform,
  actor: Actor,
  input: { decisionId: string },
): Promise<Result<null>> {
  return changePhase(platform, actor, {
    act: "publish",
    action: "decision.publish",
    decisionId: input.decisionId,
    prepare: () => Promise.resolve(ok({})),
  });
}
