import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { hold, postpone } from "#domain/codev/rotation-acts.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { inCycleOf } from "./frames.ts";
import type { GroupTexts } from "./group-key.ts";
import { loadGroup, saveGroup } from "./group.ts";
import { tellOfChange } from "./tend-cycle.ts";

/** A session that cannot be on its date; whose turn it was has the first date that is free. */
export function postponeSession(
  platform: Platform,
  actor: Actor,
  { sessionId }: CodevCommands["codev.postpone"],
): Promise<Result<null>> {
  return inCycleOf(platform, actor, sessionId, "facilitator", async (held) => {
    const { client, cycle } = held;
    const later = postpone(await loadGroup(client, cycle.id), sessionId);
    if (!later.ok) return later;
    await saveGroup(client, cycle.id, later.value);
    await tellOfChange(platform, held, `postponed/${sessionId}`);
    return ok(null);
  });
}

/** What happened where no screen was used: who was there and who was client, for the ledger. */
export function recordSession(
  platform: Platform,
  actor: Actor,
  { sessionId, presentIds, clientIds }: CodevCommands["codev.record-session"],
): Promise<Result<null>> {
  return inCycleOf(platform, actor, sessionId, "facilitator", async ({ client, cycle }) => {
    const now = platform.clock.now();
    const { rowCount } = await client.query(
      "SELECT FROM codev_session WHERE id = $1 AND starts_at <= $2",
      [sessionId, now],
    );
    if (cycle.state !== "running" || !rowCount) return refuse("wrong-phase");
    const held = hold(await loadGroup(client, cycle.id), sessionId, {
      present: presentIds,
      clients: clientIds,
    });
    if (!held.ok) return held;
    await saveGroup(client, cycle.id, held.value);
    await client.query(
      `INSERT INTO codev_attendance (session_id, person_id, state, at)
       SELECT $1, person_id, CASE WHEN person_id = ANY ($3) THEN 'present' ELSE 'absent' END, $4
       FROM codev_participant WHERE cycle_id = $2 AND state = 'active'
       ON CONFLICT (session_id, person_id) DO UPDATE SET state = excluded.state
       WHERE excluded.state = 'present'`,
      [sessionId, cycle.id, presentIds, now],
    );
    await client.query(
      `UPDATE codev_session SET present = (SELECT count(*) FROM codev_attendance
         WHERE session_id = $1 AND state = 'present') WHERE id = $1`,
      [sessionId],
    );
    return ok(null);
  });
}

/** The mood and whether there was an incident: for organisers. The debrief stays with the pair. */
export function reportSession(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, mood, incident, debrief }: CodevCommands["codev.report-session"],
): Promise<Result<null>> {
  return inCycleOf(platform, actor, sessionId, "facilitator", async ({ client, cycle, me }) => {
    const { rowCount } = await client.query(
      `UPDATE codev_session SET mood = $2, incident = $3, reported_at = $4
       WHERE id = $1 AND state = 'closed'`,
      [sessionId, mood, incident, platform.clock.now()],
    );
    if (!rowCount) return refuse("wrong-phase");
    const place = { cycleId: cycle.id, sessionId, personId: me, kind: "debrief" } as const;
    return (await texts.write(client, place, debrief)) ? ok(null) : refuse("group-key-gone");
  });
}
