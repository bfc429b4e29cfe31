import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../platform/platform.ts";
import { closeDecision } from "./close-decision.ts";
import { openDecision } from "./open-decision.ts";
import { takesVotes } from "./takes-votes.ts";

const SCHEDULE: Actor = { kind: "system" };

/**
 * Opens and closes the votes whose hour has come. What cannot be opened yet (its urn, a reason that
 * somebody must write) stays a draft and is tried again; nothing is opened after its own end.
 */
export async function keepWindows(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  for (const decisionId of await due(platform.pool, now, "close")) {
    await closeDecision(platform, SCHEDULE, { decisionId });
  }
  for (const decisionId of await due(platform.pool, now, "open")) {
    await openDecision(platform, SCHEDULE, { decisionId, overrideReason: "" });
  }
}

const DUE = {
  open: `d.phase = 'draft' AND ${takesVotes()} AND d.opens_at <= $1
    AND (d.closes_at IS NULL OR d.closes_at > $1)`,
  close: "d.phase = 'open' AND d.suspended_at IS NULL AND d.closes_at <= $1",
};

async function due(pool: Pool, now: Date, act: keyof typeof DUE): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT d.id FROM decision d JOIN assembly a ON a.id = d.assembly_id
     WHERE ${DUE[act]} ORDER BY d.position LIMIT 50`,
    [now],
  );
  return rows.map(({ id }) => id);
}
