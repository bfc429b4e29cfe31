import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { purgeDayOf } from "#domain/codev/keeping.ts";
import { clientCounts, activeMembers, isTooSmall, plan } from "#domain/codev/rotation.ts";
import { PACT_CLAUSES, SIZE, SPARE_DATES } from "#domain/codev/words.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { checkGroup } from "./apart.ts";
import { cycleOfSession, type InCycle, organising, tending } from "./frames.ts";
import { loadGroup, lockCycle, saveGroup } from "./group.ts";
import { tell } from "./tell.ts";

type Held = Omit<InCycle, "standing">;

/** Everybody who is in a group or leads it. */
export async function peopleOf(client: PoolClient, cycleId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT person_id AS id FROM codev_participant WHERE cycle_id = $1 AND state = 'active'
     UNION SELECT person_id FROM codev_pair WHERE cycle_id = $1`,
    [cycleId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Begins a cycle: four people at least accepted the whole pact, and so did the two who lead and who
 * said that they hold nobody's file. Whoever did not answer waits for another group; the dates are as
 * many as people, and two.
 */
export function startCycle(
  platform: Platform,
  actor: Actor,
  { cycleId }: CodevCommands["codev.start-cycle"],
): Promise<Result<null>> {
  return tending(platform, actor, cycleId, async ({ client, cycle, me }) => {
    if (cycle.state !== "signing") return refuse("wrong-phase");
    const { rows } = await client.query<{ active: number; pair: number }>(
      `SELECT
         (SELECT count(*)::int FROM codev_participant
           WHERE cycle_id = $1 AND state = 'active') AS active,
         (SELECT count(*)::int FROM codev_pair p WHERE cycle_id = $1 AND cleared_at IS NOT NULL
           AND (SELECT count(*) FROM codev_pact c
             WHERE c.cycle_id = $1 AND c.person_id = p.person_id) = $2) AS pair`,
      [cycleId, PACT_CLAUSES.length],
    );
    const { active = 0, pair = 0 } = rows[0] ?? {};
    if (active < SIZE.least || pair < 2) return refuse("codev-not-ready");
    await sendBack(client, cycleId);
    const fits = await checkGroup(client, cycleId);
    if (!fits.ok) return fits;
    await fitDates(client, cycleId, active);
    await client.query("UPDATE codev_cycle SET state = 'running', opened_at = $2 WHERE id = $1", [
      cycleId,
      platform.clock.now(),
    ]);
    await saveGroup(client, cycleId, plan(await loadGroup(client, cycleId)));
    const details = { name: cycle.name };
    const told = { cycleId, what: "started", kind: "codev-started", details, by: me } as const;
    await tell(platform, client, told, await peopleOf(client, cycleId));
    return ok(null);
  });
}

/** Who was invited and did not sign goes on waiting, in their place. */
async function sendBack(client: PoolClient, cycleId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `DELETE FROM codev_participant WHERE cycle_id = $1 AND state IN ('invited', 'proposed')
     RETURNING person_id AS id`,
    [cycleId],
  );
  await client.query(
    `UPDATE codev_application SET state = 'waiting', cycle_id = NULL
     WHERE cycle_id = $1 AND person_id = ANY ($2)`,
    [cycleId, rows.map(({ id }) => id)],
  );
}

async function fitDates(client: PoolClient, cycleId: string, members: number): Promise<void> {
  await client.query("DELETE FROM codev_session WHERE cycle_id = $1 AND position > $2", [
    cycleId,
    members + SPARE_DATES,
  ]);
  await client.query("UPDATE codev_session SET spare = position > $2 WHERE cycle_id = $1", [
    cycleId,
    members,
  ]);
}

export function changeCycle(
  platform: Platform,
  actor: Actor,
  { cycleId, place, link }: CodevCommands["codev.change-cycle"],
): Promise<Result<null>> {
  return tending(platform, actor, cycleId, async (held) => {
    await held.client.query(
      "UPDATE codev_cycle SET place = $2, link = $3, revision = revision + 1 WHERE id = $1",
      [cycleId, place, link],
    );
    await tellOfChange(platform, held, `place/${platform.random.uuid()}`);
    return ok(null);
  });
}

/** Another date, for a turn that is owed and has none. The pair goes on changing sides. */
export function addDate(
  platform: Platform,
  actor: Actor,
  { cycleId, startsAt }: CodevCommands["codev.add-date"],
): Promise<Result<null>> {
  return tending(platform, actor, cycleId, async (held) => {
    const { client, cycle } = held;
    if (cycle.state !== "running" || startsAt <= platform.clock.now()) return refuse("wrong-phase");
    await client.query(
      `INSERT INTO codev_session
         (cycle_id, position, spare, starts_at, ends_at, lead_id, second_id)
       SELECT cycle_id, position + 1, true, $2, $2 + (ends_at - starts_at), second_id, lead_id
       FROM codev_session WHERE cycle_id = $1 ORDER BY position DESC LIMIT 1`,
      [cycleId, startsAt],
    );
    await renumber(client, cycleId);
    await saveGroup(client, cycleId, plan(await loadGroup(client, cycleId)));
    await tellOfChange(platform, held, `date/${startsAt.toISOString()}`);
    return ok(null);
  });
}

export async function moveSession(
  platform: Platform,
  actor: Actor,
  { sessionId, startsAt }: CodevCommands["codev.move-session"],
): Promise<Result<null>> {
  const cycleId = await cycleOfSession(platform.pool, sessionId);
  return tending(platform, actor, cycleId, async (held) => {
    if (startsAt <= platform.clock.now()) return refuse("bad-input");
    const { rowCount } = await held.client.query(
      `UPDATE codev_session SET starts_at = $2, ends_at = $2 + (ends_at - starts_at),
         reminded_at = NULL, revision = revision + 1
       WHERE id = $1 AND state = 'planned'`,
      [sessionId, startsAt],
    );
    if (!rowCount) return refuse("wrong-phase");
    await renumber(held.client, held.cycle.id);
    await tellOfChange(platform, held, `moved/${sessionId}/${startsAt.toISOString()}`);
    return ok(null);
  });
}

/** Dates are counted as they come, whichever was added or moved last. */
async function renumber(client: PoolClient, cycleId: string): Promise<void> {
  await client.query("SET CONSTRAINTS codev_session_position_key DEFERRED");
  await client.query(
    `UPDATE codev_session s SET position = n.position FROM (
       SELECT id, row_number() OVER (ORDER BY starts_at, id) AS position
       FROM codev_session WHERE cycle_id = $1) n
     WHERE s.id = n.id AND s.position <> n.position`,
    [cycleId],
  );
}

export async function tellOfChange(
  platform: Platform,
  { client, cycle, me }: Held,
  what: string,
): Promise<void> {
  const details = { name: cycle.name };
  const told = { cycleId: cycle.id, what, kind: "codev-changed", details, by: me } as const;
  await tell(platform, client, told, await peopleOf(client, cycle.id));
}

/** Ends a cycle. Thirty days later nothing that was written in it can be read by anybody. */
export function closeCycle(
  platform: Platform,
  actor: Actor,
  { cycleId }: CodevCommands["codev.close-cycle"],
): Promise<Result<null>> {
  return tending(platform, actor, cycleId, async ({ client, cycle, me }) => {
    if (cycle.state !== "running") return refuse("wrong-phase");
    const group = await loadGroup(client, cycleId);
    const counts = clientCounts(group);
    const owed = activeMembers(group).some(({ id }) => counts.get(id) === 0);
    if (owed && !isTooSmall(group)) return refuse("codev-turns-owed");
    const now = platform.clock.now();
    const purgeOn = purgeDayOf(dayInBrussels(now));
    await client.query(
      `UPDATE codev_cycle SET state = 'closed', closed_at = $2, purge_on = $3, members = $4
       WHERE id = $1`,
      [cycleId, now, purgeOn, activeMembers(group).length],
    );
    await client.query(
      `UPDATE codev_session SET state = 'cancelled'
       WHERE cycle_id = $1 AND state IN ('planned', 'postponed')`,
      [cycleId],
    );
    await client.query("DELETE FROM codev_application WHERE cycle_id = $1", [cycleId]);
    const details = { name: cycle.name, purgeOn };
    const told = { cycleId, what: "closed", kind: "codev-ending", details, by: me } as const;
    await tell(platform, client, told, await peopleOf(client, cycleId));
    return ok(null);
  });
}

/** A cycle that will not begin: everybody waits again, as before. */
export function cancelCycle(
  platform: Platform,
  actor: Actor,
  { cycleId }: CodevCommands["codev.cancel-cycle"],
): Promise<Result<null>> {
  return organising(platform, actor, "codev.cycle-cancelled", async (client, { personId }) => {
    const cycle = await lockCycle(client, cycleId);
    if (cycle?.state !== "signing") return refuse("wrong-phase");
    await tellOfChange(platform, { client, cycle, me: personId }, "cancelled");
    await client.query(
      `UPDATE codev_application SET state = 'waiting', cycle_id = NULL WHERE cycle_id = $1`,
      [cycleId],
    );
    // Nothing of it is needed any more: dates, pact and key go with the cycle.
    await client.query("DELETE FROM codev_cycle WHERE id = $1", [cycleId]);
    return ok(null);
  });
}
