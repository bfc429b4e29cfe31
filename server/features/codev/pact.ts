import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { leave as leaveGroup } from "#domain/codev/rotation-acts.ts";
import { PACT_CLAUSES } from "#domain/codev/words.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { checkGroup } from "./apart.ts";
import { type InCycle, inCycle } from "./frames.ts";
import { loadGroup, replan, saveGroup } from "./group.ts";
import { tell } from "./tell.ts";

/** Accepts one clause of the pact for oneself; with the last one an invited person is in the group. */
export function acceptClause(
  platform: Platform,
  actor: Actor,
  { cycleId, clause }: CodevCommands["codev.accept-clause"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "either", async ({ client, cycle, me, standing }) => {
    if (cycle.state !== "signing" && cycle.state !== "running") return refuse("wrong-phase");
    await client.query(
      `INSERT INTO codev_pact (cycle_id, person_id, clause, accepted_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [cycleId, me, clause, platform.clock.now()],
    );
    const { rows } = await client.query<{ clause: string }>(
      "SELECT clause FROM codev_pact WHERE cycle_id = $1 AND person_id = $2",
      [cycleId, me],
    );
    const all = PACT_CLAUSES.every((one) => rows.some((row) => row.clause === one));
    if (!all || standing.as !== "participant" || standing.state !== "invited") return ok(null);
    // Somebody may have said meanwhile that they follow a file, or that two are rivals.
    const fits = await checkGroup(client, cycleId);
    if (!fits.ok) return fits;
    await client.query(
      `UPDATE codev_participant SET state = 'active', since = $3
       WHERE cycle_id = $1 AND person_id = $2`,
      [cycleId, me, platform.clock.now()],
    );
    await client.query(
      "UPDATE codev_application SET state = 'placed' WHERE person_id = $1 AND cycle_id = $2",
      [me, cycleId],
    );
    // A newcomer to a group that has begun has a turn at once.
    if (cycle.state === "running") await replan(client, cycleId);
    return ok(null);
  });
}

/** Not this time: the invitation is gone, the wish for a group stays. */
export function decline(
  platform: Platform,
  actor: Actor,
  { cycleId }: CodevCommands["codev.decline"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "participant", async ({ client, me, standing }) => {
    if (standing.as !== "participant") return refuse("not-found");
    if (standing.state !== "invited" && standing.state !== "proposed") return refuse("wrong-phase");
    await client.query("DELETE FROM codev_participant WHERE cycle_id = $1 AND person_id = $2", [
      cycleId,
      me,
    ]);
    await client.query("DELETE FROM codev_pact WHERE cycle_id = $1 AND person_id = $2", [
      cycleId,
      me,
    ]);
    await client.query(
      `UPDATE codev_application SET state = 'waiting', cycle_id = NULL
       WHERE person_id = $1 AND cycle_id = $2`,
      [me, cycleId],
    );
    return ok(null);
  });
}

/** Leaves the group for good. Dates that were theirs are free, and whoever is owed a turn has one. */
export function leave(
  platform: Platform,
  actor: Actor,
  { cycleId }: CodevCommands["codev.leave"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "participant", async (held) => {
    const { client, me, standing, cycle } = held;
    if (standing.as !== "participant" || standing.state !== "active") return refuse("wrong-phase");
    if (cycle.state !== "signing" && cycle.state !== "running") return refuse("wrong-phase");
    const group = leaveGroup(await loadGroup(client, cycleId), me);
    await client.query(
      `UPDATE codev_participant SET state = 'left', left_at = $3
       WHERE cycle_id = $1 AND person_id = $2`,
      [cycleId, me, platform.clock.now()],
    );
    await client.query("DELETE FROM codev_application WHERE person_id = $1 AND cycle_id = $2", [
      me,
      cycleId,
    ]);
    await saveGroup(client, cycleId, group);
    await tellPair(platform, held, `left/${me}`);
    return ok(null);
  });
}

/** The two who lead hear that turns or people changed; what and who is on the cycle's page. */
export async function tellPair(
  platform: Platform,
  { client, cycle, me }: Pick<InCycle, "client" | "cycle" | "me">,
  what: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM codev_pair WHERE cycle_id = $1",
    [cycle.id],
  );
  const details = { name: cycle.name };
  const told = { cycleId: cycle.id, what, kind: "codev-changed", details, by: me } as const;
  await tell(
    platform,
    client,
    told,
    rows.map(({ id }) => id),
  );
}
