import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { readCourse } from "./acts.ts";
import { changeSession } from "./change.ts";

/**
 * Another client than the one whose turn was planned: the two change their dates, so that nobody
 * loses a turn and nobody has two (rules §2.3). Only before the exposé.
 */
export function chooseClient(
  platform: Platform,
  actor: Actor,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<Result<null>> {
  const change = { sessionId, parts: ["facilitator"], told: "group" } as const;
  return changeSession(platform, actor, change, async ({ client, session }) => {
    const { cycleId, state, clientId } = session;
    if (clientId === personId) return ok(null);
    const { step } = await readCourse(client, session);
    if ((state !== "planned" && state !== "open") || step !== "opening")
      return refuse("wrong-phase");
    const { rows } = await client.query<{ id: string; state: string; sessionId: string }>(
      `SELECT t.id, t.state, t.session_id AS "sessionId" FROM codev_turn t
       JOIN codev_session s ON s.id = t.session_id
       WHERE t.cycle_id = $1 AND t.client_id = $2 AND t.state <> 'missed'
       ORDER BY t.state = 'planned' DESC, s.starts_at FOR UPDATE OF t`,
      [cycleId, personId],
    );
    const [turn] = rows;
    if (turn && turn.state !== "planned") return refuse("turn-served");
    await client.query(
      `UPDATE codev_turn SET client_id = $2 WHERE session_id = $1 AND state = 'planned'`,
      [sessionId, personId],
    );
    if (!turn) return ok(null);
    if (clientId) {
      await client.query("UPDATE codev_turn SET client_id = $2 WHERE id = $1", [turn.id, clientId]);
    } else {
      await client.query("UPDATE codev_turn SET session_id = $2 WHERE id = $1", [
        turn.id,
        sessionId,
      ]);
    }
    return ok(null);
  });
}
