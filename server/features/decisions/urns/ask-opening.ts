import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lockDecision } from "../repository.ts";
import { assemblyOf, changeUrns } from "./change-urns.ts";

/**
 * The chair has the urn opened: a job process and the scrutineers' browsers do the rest. An urn whose
 * board was found altered is looked at once more; what was found stays in the journal.
 */
export async function askOpening(
  platform: Platform,
  actor: Actor,
  { decisionId }: { decisionId: string },
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, decisionId);
  if (!assemblyId) return refuse("not-found");
  const change = { action: "urn.ask-opening", assemblyId, journalAs: "urn.ask-opening" } as const;
  return changeUrns<null>(platform, actor, change, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "closed") return refuse("wrong-phase");
    if (decision.annulled) return refuse("vote-annulled");
    const { rowCount } = await client.query(
      `UPDATE urn u SET opening_asked = d.seal = 'scrutineers', altered = NULL FROM decision d
       WHERE u.decision_id = $1 AND d.id = u.decision_id
         AND u.stage = 'sealed' AND (d.seal = 'scrutineers' OR u.altered IS NOT NULL)`,
      [decisionId],
    );
    if (rowCount !== 1) return refuse("wrong-phase");
    return ok({ value: null, journal: { subject: `decision:${decisionId}` } });
  });
}
