import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isDrawnUp } from "#domain/decisions/electorate.ts";
import { blockingUnverified } from "#domain/decisions/statute-profile.ts";
import type { Platform } from "../../platform/platform.ts";
import { changePhase } from "./change-phase.ts";
import { isIncomplete } from "./designer/draft-row.ts";
import { majorityOf } from "./majority-of.ts";
import { hasMandates } from "./mandate-votes.ts";
import { presenceSnapshot } from "./presence-snapshot.ts";
import { assemblyState, countElectorate, drawUpElectorate } from "./repository.ts";
import { readyToOpen } from "./secret/ready-to-open.ts";

export type OpenInput = { decisionId: string; overrideReason: string };

/**
 * Opens a vote: freezes its electorate from the assembly's roll. A vote that rests on a value of
 * the statutes nobody has verified opens only with a written reason, which stays in the file
 * (rules §0).
 */
export function openDecision(
  platform: Platform,
  actor: Actor,
  input: OpenInput,
): Promise<Result<null>> {
  return changePhase(platform, actor, {
    act: "open",
    action: "decision.open",
    decisionId: input.decisionId,
    reason: input.overrideReason,
    prepare: async (client, decision) => {
      const assembly = await assemblyState(client, decision.assemblyId);
      if (assembly.phase !== "live" && !assembly.takesVotes) return refuse("wrong-phase");
      if (assembly.suspended) return refuse("session-suspended");
      if (!assembly.rollAsOf) return refuse("roll-not-taken");
      if (await isIncomplete(client, decision.id)) return refuse("draft-incomplete");
      const unverified = blockingUnverified(decision.profile, {
        rule: majorityOf(decision.ballot),
        legalChannel: decision.rehearsal ? "consultation" : decision.legalChannel,
        byMandate: await hasMandates(client, decision.assemblyId),
      });
      if (unverified.length > 0 && input.overrideReason === "") {
        return refuse("unverified-profile", { values: unverified.join(", ") });
      }
      if (!(await readyToOpen(client, decision))) return refuse("urn-not-ready");
      await client.query("UPDATE decision SET override_reason = $2 WHERE id = $1", [
        input.decisionId,
        input.overrideReason,
      ]);
      const electors = isDrawnUp(decision.electorate)
        ? await drawUpElectorate(client, decision.id)
        : await countElectorate(client, decision.id, false);
      await client.query("DELETE FROM result_shown WHERE assembly_id = $1", [decision.assemblyId]);
      const { present, represented } = await presenceSnapshot(client, decision.id);
      return ok({
        asOf: assembly.rollAsOf,
        ...electors,
        openPresentPersons: present.persons,
        openPresentShares: present.shares,
        openRepresentedPersons: represented.persons,
        openRepresentedShares: represented.shares,
      });
    },
  });
}
