import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { tallyResolution } from "#domain/decisions/resolution.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { DecisionState } from "./repository.ts";
import { lockDecision, readBallots, saveTally } from "./repository.ts";

/**
 * Counts a closed vote by name, once: the report, the phase and the news commit together, so a job
 * killed anywhere starts again from nothing, and a second run finds nothing to do.
 */
export async function countDecision(platform: Platform, decisionId: string): Promise<void> {
  const counted = await inTransaction(platform.pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "closed" || decision.seal !== "none") return false;
    await writeTally(platform, client, decision);
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return true;
  });
  if (counted) platform.outbox.kick();
}

async function writeTally(
  platform: Platform,
  client: PoolClient,
  decision: DecisionState,
): Promise<void> {
  const { byOption, lines } = await readBallots(client, decision.id);
  const { frozen } = decision;
  const report = tallyResolution({
    counts: {
      for: byOption.get("for") ?? 0,
      against: byOption.get("against") ?? 0,
      abstain: byOption.get("abstain") ?? 0,
    },
    rule: decision.rule,
    electorate: { persons: frozen.persons ?? 0, shares: frozen.shares ?? 0 },
    present: { persons: frozen.presentPersons ?? 0, shares: frozen.presentShares ?? 0 },
    // No proxies: every holder votes once (rules §1.4, the cap bites through mandates alone).
    holders: [],
  });
  const ballotsHash = createHash("sha256").update(lines.join("\n")).digest("hex");
  await saveTally(client, decision.id, { report, ballotsHash, now: platform.clock.now() });
}
