import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { acting, inCycleOf } from "./frames.ts";
import type { GroupTexts } from "./group-key.ts";

const ownPlan = (personId: string, sessionId: string) =>
  `palabre/codev-own-plan/1/${personId}/${sessionId}`;
const ownNote = (personId: string, sessionId: string) =>
  `palabre/codev-own-note/1/${personId}/${sessionId}`;

/**
 * Three questions after a session, once for each who was there. Who answered and what was answered
 * lie apart, without a key between them.
 */
export async function evaluate(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, useful, safe, act, comment }: CodevCommands["codev.evaluate"],
): Promise<Result<null>> {
  return inCycleOf(platform, actor, sessionId, "participant", async ({ client, cycle, me }) => {
    const first = await client.query(
      `INSERT INTO codev_evaluated (session_id, person_id)
       SELECT s.id, a.person_id FROM codev_session s
       JOIN codev_attendance a ON a.session_id = s.id AND a.state = 'present'
       JOIN codev_cycle c ON c.id = s.cycle_id AND c.release IS NULL
       WHERE s.id = $1 AND s.state = 'closed' AND a.person_id = $2
       ON CONFLICT DO NOTHING`,
      [sessionId, me],
    );
    if (!first.rowCount) return refuse("wrong-phase");
    await client.query(
      `INSERT INTO codev_evaluation (id, cycle_id, useful, safe, act)
       VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [cycle.id, useful, safe, act],
    );
    if (comment === "") return ok(null);
    const place = { cycleId: cycle.id, sessionId, personId: me, kind: "comment" } as const;
    return (await texts.write(client, place, comment)) ? ok(null) : refuse("group-key-gone");
  });
}

/** Takes one's plan out of the group into one's own space, where the purge does not reach it. */
export async function keepPlan(
  platform: Platform,
  { texts, sealing }: { texts: GroupTexts; sealing: Sealing },
  actor: Actor,
  { sessionId }: CodevCommands["codev.keep-plan"],
): Promise<Result<null>> {
  return inCycleOf(platform, actor, sessionId, "participant", async ({ client, cycle, me }) => {
    const place = { cycleId: cycle.id, sessionId, personId: me, kind: "plan" } as const;
    const plan = await texts.read(client, place);
    if (!plan) return refuse("not-found");
    await client.query(
      `INSERT INTO codev_own_plan (person_id, session_id, kept_at, sealed)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id, session_id)
       DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at`,
      [
        me,
        sessionId,
        platform.clock.now(),
        sealing.seal(ownPlan(me, sessionId), Buffer.from(plan.text)),
      ],
    );
    return ok(null);
  });
}

export function removePlan(
  platform: Platform,
  actor: Actor,
  { planId }: CodevCommands["codev.remove-plan"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    await client.query("DELETE FROM codev_own_plan WHERE id = $1 AND person_id = $2", [
      planId,
      personId,
    ]);
    return ok(null);
  });
}

/** What became of one's plan after three months, and a note that only oneself reads again. */
export function answerFollowUp(
  platform: Platform,
  sealing: Sealing,
  actor: Actor,
  { sessionId, outcome, note }: CodevCommands["codev.answer-follow-up"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    const now = platform.clock.now();
    const { rowCount } = await client.query(
      `UPDATE codev_follow_up SET outcome = $3, note = $4, answered_at = $5
       WHERE person_id = $1 AND session_id = $2 AND due_on <= $6::date`,
      [
        personId,
        sessionId,
        outcome,
        note === "" ? null : sealing.seal(ownNote(personId, sessionId), Buffer.from(note)),
        now,
        dayInBrussels(now),
      ],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}

/** What a person has of their own: read by nobody else. */
export type OwnSpace = {
  plans: { id: string; keptAt: number; text: string }[];
  followUps: { sessionId: string; dueOn: string; outcome?: string; note?: string }[];
};

export async function ownSpace(
  { pool }: Pick<Platform, "pool">,
  sealing: Sealing,
  personId: string,
  today: string,
): Promise<OwnSpace> {
  const plans = await pool.query<{ id: string; sessionId: string; keptAt: Date; sealed: Buffer }>(
    `SELECT id, session_id AS "sessionId", kept_at AS "keptAt", sealed
     FROM codev_own_plan WHERE person_id = $1 ORDER BY kept_at DESC`,
    [personId],
  );
  const asked = await pool.query<{
    sessionId: string;
    dueOn: string;
    outcome: string | null;
    note: Buffer | null;
  }>(
    `SELECT session_id AS "sessionId", due_on::text AS "dueOn", outcome, note
     FROM codev_follow_up WHERE person_id = $1 AND due_on <= $2::date ORDER BY due_on DESC`,
    [personId, today],
  );
  return {
    plans: plans.rows.map(({ id, sessionId, keptAt, sealed }) => ({
      id,
      keptAt: keptAt.getTime(),
      text: sealing.unseal(ownPlan(personId, sessionId), sealed).toString(),
    })),
    followUps: asked.rows.map(({ sessionId, dueOn, outcome, note }) => ({
      sessionId,
      dueOn,
      ...(outcome && { outcome }),
      ...(note && { note: sealing.unseal(ownNote(personId, sessionId), note).toString() }),
    })),
  };
}
