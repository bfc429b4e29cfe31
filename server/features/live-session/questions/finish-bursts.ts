import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { sessionChanged } from "../session-room.ts";

/**
 * Ends the bursts whose time is over, but in a suspended session. Voices stop at that instant whether
 * this runs or not.
 */
export async function finishBursts(platform: Platform): Promise<void> {
  const finished = await inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ assembly: string }>(
      `UPDATE question_round SET stage = 'shown', shown_at = ends_at
       WHERE stage = 'burst' AND ends_at <= $1 AND NOT EXISTS (SELECT FROM stage s
         WHERE s.assembly_id = question_round.assembly_id AND s.suspended_at IS NOT NULL)
       RETURNING assembly_id AS assembly`,
      [platform.clock.now()],
    );
    await platform.outbox.write(
      client,
      rows.flatMap(({ assembly }) => sessionChanged(assembly)),
    );
    return rows.length;
  });
  if (finished > 0) platform.outbox.kick();
}
