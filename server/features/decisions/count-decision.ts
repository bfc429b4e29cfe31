import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { countApart } from "./counting/count-apart.ts";
import { gatherNamed } from "./counting/closed-ballots.ts";
import { countingOf } from "./counting/counting-of.ts";
import { isSameClose, lockDecision, readDecision, saveTally } from "./repository.ts";

/**
 * Counts a closed vote by name, once. Ballots are read and counted outside of every lock; the
 * report, the phase and the news commit together where the vote is still as it was closed. So a job
 * killed anywhere starts again from nothing, and of two that count at once one writes.
 */
export async function countDecision(platform: Platform, decisionId: string): Promise<void> {
  const { pool } = platform;
  const closed = await readDecision(pool, decisionId);
  if (closed?.phase !== "closed" || closed.seal !== "none" || closed.annulled) return;
  const counting = countingOf(closed);
  const { ballots, hash } = await gatherNamed(pool, decisionId, counting.ballot);
  const report = await countApart("count", { counting, ballots });
  const saved = await inTransaction(pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "closed" || decision.annulled) return false;
    if (!isSameClose(decision, closed)) return false;
    await saveTally(client, decisionId, { report, ballotsHash: hash, now: platform.clock.now() });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return true;
  });
  if (saved) platform.outbox.kick();
}
