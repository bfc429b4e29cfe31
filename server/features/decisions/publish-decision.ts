import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { SHOW_RESULT } from "../minutes/shown-sql.ts";
import { NOTE_RANKED } from "../workers-assembly/ranking/ranked-sql.ts";
import { changePhase } from "./change-phase.ts";
import { waitingTie } from "./settle-tie.ts";

/**
 * Publishes the count, which only the bureau saw until now, and shows it on every screen of the
 * assembly at once. A tie falls first, as was declared.
 */
export function publishDecision(
  platform: Platform,
  actor: Actor,
  input: { decisionId: string },
): Promise<Result<null>> {
  return changePhase(platform, actor, {
    act: "publish",
    action: "decision.publish",
    decisionId: input.decisionId,
    prepare: async (client, decision) => {
      if (decision.annulled) return refuse("vote-annulled");
      if (await waitingTie(client, decision)) return refuse("tie-not-settled");
      await client.query(SHOW_RESULT, [decision.id, platform.clock.now()]);
      await client.query(NOTE_RANKED, [decision.id]);
      return ok({});
    },
  });
}
