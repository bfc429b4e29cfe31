import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changePhase } from "./change-phase.ts";
import { enterVoters } from "./enter-voters.ts";
import { mayClose } from "./incidents/may-close.ts";
import { holdersOf } from "./mandate-votes.ts";
import { presenceSnapshot } from "./presence-snapshot.ts";
import { countBallots, countElectorate } from "./repository.ts";
import { closeUrn, forgetWaiting } from "./secret/close-urn.ts";
import { paperIsOut } from "./urns/paper-state.ts";

/**
 * Closes a vote. The lock waits for batches being written and makes later ones find the vote
 * closed: nothing enters after, nothing acknowledged is missing. The count is a job. `reason` says why
 * it closes before everybody who follows from elsewhere has heard of it.
 */
export function closeDecision(
  platform: Platform,
  actor: Actor,
  input: { decisionId: string; reason?: string | undefined },
): Promise<Result<null>> {
  return changePhase(platform, actor, {
    act: "close",
    action: "decision.close",
    decisionId: input.decisionId,
    prepare: async (client, decision) => {
      const act = { actor, reason: input.reason ?? "", now: platform.clock.now() };
      const closable = await mayClose(client, decision, act);
      if (!closable.ok) return closable;
      if (await paperIsOut(client, input.decisionId)) return refuse("paper-not-reconciled");
      await forgetWaiting(client, decision.id);
      const present = await countElectorate(client, decision.id, true);
      const { represented } = await presenceSnapshot(client, decision.id);
      const holders = await holdersOf(client, decision.id);
      await enterVoters(client, decision.id, act.now);
      const cast =
        decision.seal === "none"
          ? await countBallots(client, decision.id)
          : await closeUrn(client, decision, present.persons);
      return ok({
        presentPersons: present.persons,
        presentShares: present.shares,
        representedPersons: represented.persons,
        representedShares: represented.shares,
        ...(holders.length > 0 ? { holders } : {}),
        cast,
      });
    },
    events: () => [
      {
        topic: "job",
        name: "decision.count",
        key: input.decisionId,
        payload: { decisionId: input.decisionId },
      },
    ],
  });
}
