import { dayInBrussels } from "#domain/kernel/day.ts";
import { followUpDayOf, REMINDER_DAYS } from "#domain/codev/keeping.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import type { GroupTexts } from "./group-key.ts";
import { publishAnswers } from "./publish.ts";
import { tell } from "./tell.ts";
import { peopleOf } from "./tend-cycle.ts";

/**
 * Job process: what time does to groups. Each run reads the state and does what is missing; two at
 * once do it once.
 */
export async function keepGroups(platform: Platform, texts: GroupTexts): Promise<void> {
  const today = dayInBrussels(platform.clock.now());
  await eraseInterviews(platform, today);
  await remind(platform);
  await noteFollowUps(platform);
  await askFollowUps(platform, today);
  await publishAnswers(platform, today);
  await purge(platform, texts, today);
}

/** Notes of interviews go with the wish, once the group is formed, or on their day. */
async function eraseInterviews({ pool }: Platform, today: string): Promise<void> {
  await pool.query(
    `UPDATE codev_interview i SET notes = NULL FROM codev_application a
     WHERE a.id = i.application_id AND i.notes IS NOT NULL
       AND (i.erase_on <= $1::date OR a.state = 'placed')`,
    [today],
  );
}

/** Three days before a session everybody in it hears of it, once. */
async function remind(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  await inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ id: string; cycleId: string; at: Date; name: string }>(
      `UPDATE codev_session s SET reminded_at = $1 FROM codev_cycle c
       WHERE c.id = s.cycle_id AND c.state = 'running' AND s.state = 'planned'
         AND s.reminded_at IS NULL AND s.starts_at > $1
         AND s.starts_at <= $1 + make_interval(days => $2)
         AND EXISTS (SELECT FROM codev_turn t WHERE t.session_id = s.id AND t.state = 'planned')
       RETURNING s.id, s.cycle_id AS "cycleId", s.starts_at AS at, c.name`,
      [now, REMINDER_DAYS],
    );
    for (const { id, cycleId, at, name } of rows) {
      const details = { name, startsAt: at.toISOString() };
      const what = `soon/${id}/${at.toISOString()}`;
      const told = { cycleId, what, kind: "codev-session-soon", details } as const;
      await tell(platform, client, told, await peopleOf(client, cycleId));
    }
  });
}

/** Whoever was client is asked three months later. Written while the group still knows who it was. */
async function noteFollowUps({ pool }: Platform): Promise<void> {
  const { rows } = await pool.query<{ personId: string; sessionId: string; day: string }>(
    `SELECT t.client_id AS "personId", t.session_id AS "sessionId",
       ((s.starts_at AT TIME ZONE 'Europe/Brussels')::date)::text AS day
     FROM codev_turn t JOIN codev_session s ON s.id = t.session_id
     WHERE t.state = 'served' AND s.state = 'closed' AND NOT EXISTS (
       SELECT FROM codev_follow_up f
       WHERE f.person_id = t.client_id AND f.session_id = t.session_id)`,
  );
  await pool.query(
    `INSERT INTO codev_follow_up (person_id, session_id, due_on)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[]) ON CONFLICT DO NOTHING`,
    [
      rows.map(({ personId }) => personId),
      rows.map(({ sessionId }) => sessionId),
      rows.map(({ day }) => followUpDayOf(day)),
    ],
  );
}

async function askFollowUps(platform: Platform, today: string): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ personId: string; sessionId: string }>(
      `UPDATE codev_follow_up SET asked_at = $1 WHERE asked_at IS NULL AND due_on <= $2::date
       RETURNING person_id AS "personId", session_id AS "sessionId"`,
      [platform.clock.now(), today],
    );
    for (const { personId, sessionId } of rows) {
      const key = `codev-follow-up/${sessionId}`;
      const link = "/codev#own";
      await notify(
        platform,
        client,
        { kind: "codev-follow-up", body: "cooperative", link, key, urgency: "soon" },
        [personId],
      );
    }
  });
}

/** Destroys the key of a group that ended, and forgets who was in it. */
async function purge(platform: Platform, texts: GroupTexts, today: string): Promise<void> {
  const { rows } = await platform.pool.query<{ id: string }>(
    `SELECT id FROM codev_cycle
     WHERE state = 'closed' AND purged_at IS NULL AND purge_on <= $1::date`,
    [today],
  );
  for (const { id } of rows) {
    await inTransaction(platform.pool, async (client) => {
      await texts.destroy(client, id);
      // Turns, swaps and consents go with the participants.
      await client.query("DELETE FROM codev_swap WHERE cycle_id = $1", [id]);
      await client.query("DELETE FROM codev_participant WHERE cycle_id = $1", [id]);
      await client.query("DELETE FROM codev_pact WHERE cycle_id = $1", [id]);
      await client.query("DELETE FROM codev_end_answered WHERE cycle_id = $1", [id]);
      for (const table of ["codev_attendance", "codev_evaluated", "codev_act"]) {
        await client.query(
          `DELETE FROM ${table} WHERE session_id IN (
             SELECT id FROM codev_session WHERE cycle_id = $1)`,
          [id],
        );
      }
      await client.query("UPDATE codev_cycle SET purged_at = $2 WHERE id = $1", [
        id,
        platform.clock.now(),
      ]);
    });
  }
}
