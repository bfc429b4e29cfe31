import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { inCycle } from "./frames.ts";

/**
 * Three questions once a cycle is over, and until its texts are destroyed: what was done, whether one
 * would recommend it, what one learned (rules 2.6). Who answered and what was answered lie apart,
 * without a key between them.
 */
export function evaluateCycle(
  platform: Platform,
  actor: Actor,
  { cycleId, actions, recommend, learnings }: CodevCommands["codev.evaluate-cycle"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "participant", async ({ client, me }) => {
    const first = await client.query(
      `INSERT INTO codev_end_answered (cycle_id, person_id)
       SELECT c.id, p.person_id FROM codev_cycle c
       JOIN codev_participant p ON p.cycle_id = c.id AND p.state = 'active'
       WHERE c.id = $1 AND p.person_id = $2 AND c.state = 'closed' AND c.end_release IS NULL
       ON CONFLICT DO NOTHING`,
      [cycleId, me],
    );
    if (!first.rowCount) return refuse("wrong-phase");
    await client.query(
      `INSERT INTO codev_end_answer (id, cycle_id, actions, recommend, learnings)
       VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [cycleId, actions, recommend, [...new Set(learnings)].toSorted()],
    );
    return ok(null);
  });
}
