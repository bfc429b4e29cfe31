import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { join } from "#domain/codev/rotation-acts.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { checkGroup } from "./apart.ts";
import { inCycle, organising } from "./frames.ts";
import { loadGroup, lockCycle } from "./group.ts";
import { tell } from "./tell.ts";

/** Proposes somebody who waits to a group that has begun; each of the group is asked. */
export function proposeNewcomer(
  platform: Platform,
  actor: Actor,
  { cycleId, personId }: CodevCommands["codev.propose-newcomer"],
): Promise<Result<null>> {
  return organising(platform, actor, "codev.newcomer-proposed", async (client) => {
    const cycle = await lockCycle(client, cycleId);
    if (cycle?.state !== "running") return refuse("wrong-phase");
    const group = await loadGroup(client, cycleId);
    const lot = 1 + Math.max(0, ...group.members.map((member) => member.lot));
    const possible = join(group, { id: personId, lot, active: true });
    if (!possible.ok) return possible;
    const fits = await checkGroup(client, cycleId, { with: personId });
    if (!fits.ok) return fits;
    const now = platform.clock.now();
    const { rowCount } = await client.query(
      `UPDATE codev_application SET state = 'invited', cycle_id = $1
       WHERE person_id = $2 AND state IN ('waiting', 'interviewed')`,
      [cycleId, personId],
    );
    if (!rowCount) return refuse("changed-meanwhile");
    await client.query(
      `INSERT INTO codev_participant (cycle_id, person_id, state, lot, since)
       VALUES ($1, $2, 'proposed', $3, $4)`,
      [cycleId, personId, lot, now],
    );
    const active = group.members.filter((member) => member.active).map(({ id }) => id);
    const what = `newcomer/${personId}`;
    const details = { name: cycle.name };
    const told = { cycleId, what, kind: "codev-newcomer-asked", details } as const;
    await tell(platform, client, told, active);
    return ok(null);
  });
}

/**
 * What somebody of the group says to a newcomer. With everybody's yes they are invited to sign; with
 * one no they wait for another group, and nobody is told whose it was.
 */
export function answerNewcomer(
  platform: Platform,
  actor: Actor,
  { cycleId, personId, agree }: CodevCommands["codev.answer-newcomer"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "participant", async (held) => {
    const { client, cycle, me, standing } = held;
    if (standing.as !== "participant" || standing.state !== "active") return refuse("not-found");
    const { rowCount } = await client.query(
      `SELECT FROM codev_participant
       WHERE cycle_id = $1 AND person_id = $2 AND state = 'proposed'`,
      [cycleId, personId],
    );
    if (!rowCount) return refuse("changed-meanwhile");
    if (!agree) {
      await client.query("DELETE FROM codev_participant WHERE cycle_id = $1 AND person_id = $2", [
        cycleId,
        personId,
      ]);
      await client.query(
        `UPDATE codev_application SET state = 'waiting', cycle_id = NULL WHERE person_id = $1`,
        [personId],
      );
      return ok(null);
    }
    await client.query(
      `INSERT INTO codev_consent (cycle_id, newcomer_id, person_id, given_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [cycleId, personId, me, platform.clock.now()],
    );
    const { rows } = await client.query<{ missing: number }>(
      `SELECT count(*)::int AS missing FROM codev_participant p
       WHERE p.cycle_id = $1 AND p.state = 'active' AND NOT EXISTS (
         SELECT FROM codev_consent c WHERE c.cycle_id = $1 AND c.newcomer_id = $2
           AND c.person_id = p.person_id)`,
      [cycleId, personId],
    );
    if (rows[0]?.missing !== 0) return ok(null);
    await client.query(
      "UPDATE codev_participant SET state = 'invited' WHERE cycle_id = $1 AND person_id = $2",
      [cycleId, personId],
    );
    const details = { name: cycle.name };
    const told = { cycleId, what: "invited", kind: "codev-invited", details } as const;
    await tell(platform, client, told, [personId]);
    return ok(null);
  });
}
