import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { hashNamed } from "./named-ballots.ts";
import { lockDecision, saveTally } from "./repository.ts";
import { tallyDecision } from "./tally-decision.ts";

/**
 * Counts a closed vote by name, once: the report, the phase and the news commit together, so a job
 * killed anywhere starts again from nothing, and a second run finds nothing to do.
 */
export async function countDecision(platform: Platform, decisionId: string): Promise<void> {
  const counted = await inTransaction(platform.pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "closed" || decision.seal !== "none") return false;
    const report = await tallyDecision(client, decision);
    const ballotsHash = await hashNamed(client, decisionId);
    await saveTally(client, decisionId, { report, ballotsHash, now: platform.clock.now() });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return true;
  });
  if (counted) platform.outbox.kick();
}
