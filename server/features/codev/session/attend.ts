import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession, momentOf } from "./change.ts";

type Input = { sessionId: string; personId: string; on: boolean; at?: number | undefined };

/** A facilitator sees that somebody of the group is there, or is not after all; of two devices the later word. */
export function attend(
  platform: Platform,
  actor: Actor,
  { sessionId, personId, on, at }: Input,
): Promise<Result<null>> {
  const change = { sessionId, parts: ["facilitator"] } as const;
  return changeSession(platform, actor, change, async ({ client, session }) => {
    if (session.state !== "planned" && session.state !== "open") return refuse("wrong-phase");
    const { rowCount } = await client.query(
      `INSERT INTO codev_attendance (session_id, person_id, state, at)
       SELECT $1, person_id, $4, $5 FROM codev_participant
       WHERE cycle_id = $2 AND person_id = $3 AND state = 'active'
       ON CONFLICT (session_id, person_id) DO UPDATE SET
         state = CASE WHEN codev_attendance.at <= excluded.at OR codev_attendance.state = 'excused'
           THEN excluded.state ELSE codev_attendance.state END,
         at = greatest(codev_attendance.at, excluded.at)`,
      [sessionId, session.cycleId, personId, on ? "present" : "absent", momentOf(platform, at)],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}
