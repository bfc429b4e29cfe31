import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import type { AssemblyRow } from "../repository.ts";
import { floorOf, peopleWaiting } from "./hands.ts";

type FoundHand = { id: string; assemblyId: string; personId: string | null };

/**
 * The frame of an act on one hand: the assembly's lock puts two chairs in a row, and the second one
 * is told where the hand is not as they saw it.
 */
async function changeHand(
  platform: Platform,
  actor: Actor,
  { action, handId }: { action: Action; handId: string },
  work: (client: PoolClient, hand: FoundHand, assembly: AssemblyRow) => Promise<boolean>,
): Promise<Result<null>> {
  const { rows } = await platform.pool.query<FoundHand>(
    `SELECT id, assembly_id AS "assemblyId", person_id AS "personId" FROM hand WHERE id = $1`,
    [handId],
  );
  const [hand] = rows;
  if (!hand) return refuse("not-found");
  const { assemblyId, personId } = hand;
  const change = { action, assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const before = await peopleWaiting(client, assemblyId);
    if (!(await work(client, hand, assembly))) return refuse("changed-meanwhile");
    return ok({ value: null, persons: personId ? [personId, ...before] : before });
  });
}

/** Gives the floor to a hand that is up. Whoever had it has spoken. */
export function giveFloor(
  platform: Platform,
  actor: Actor,
  { handId }: { handId: string },
): Promise<Result<null>> {
  return changeHand(
    platform,
    actor,
    { action: "session.chair", handId },
    async (client, { assemblyId }) => {
      const now = platform.clock.now();
      const { rows } = await client.query("SELECT FROM hand WHERE id = $1 AND state = 'raised'", [
        handId,
      ]);
      if (rows.length === 0) return false;
      await client.query(
        `UPDATE hand SET state = 'spoken', ended_at = $2
         WHERE assembly_id = $1 AND state = 'speaking'`,
        [assemblyId, now],
      );
      const { secondsEach } = await floorOf(client, assemblyId);
      const until = new Date(now.getTime() + secondsEach * 1_000);
      await client.query(
        "UPDATE hand SET state = 'speaking', started_at = $2, until = $3 WHERE id = $1",
        [handId, now, until],
      );
      return true;
    },
  );
}

/** The speaker has spoken; nobody has the floor. */
export function takeFloorBack(
  platform: Platform,
  actor: Actor,
  { handId }: { handId: string },
): Promise<Result<null>> {
  return changeHand(platform, actor, { action: "session.chair", handId }, async (client) => {
    const { rowCount } = await client.query(
      "UPDATE hand SET state = 'spoken', ended_at = $2 WHERE id = $1 AND state = 'speaking'",
      [handId, platform.clock.now()],
    );
    return rowCount === 1;
  });
}

/** More time for whoever has the floor: from now on where it was up already. */
export function giveMoreTime(
  platform: Platform,
  actor: Actor,
  { handId, seconds }: { handId: string; seconds: number },
): Promise<Result<null>> {
  return changeHand(platform, actor, { action: "session.chair", handId }, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE hand SET until = greatest(until, $2) + make_interval(secs => $3)
       WHERE id = $1 AND state = 'speaking'`,
      [handId, platform.clock.now(), seconds],
    );
    return rowCount === 1;
  });
}

/** Puts a hand down that is not answered, or was raised by mistake. It can be raised again. */
export function putHandDown(
  platform: Platform,
  actor: Actor,
  { handId }: { handId: string },
): Promise<Result<null>> {
  return changeHand(platform, actor, { action: "floor.queue", handId }, async (client) => {
    const { rowCount } = await client.query(
      "UPDATE hand SET state = 'lowered', ended_at = $2 WHERE id = $1 AND state = 'raised'",
      [handId, platform.clock.now()],
    );
    return rowCount === 1;
  });
}
