import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { DAYS_OF_INTERVIEW_NOTES } from "#domain/codev/keeping.ts";
import type { FacilitatorStage } from "#domain/codev/words.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { checkGroup } from "./apart.ts";
import { keepApart } from "./apply.ts";
import { keepFile } from "./files.ts";
import { acting, inCycle, organising, sideOf } from "./frames.ts";

/** Comes into the pool, or changes when and in which languages one leads. Trained is said by organisers. */
export function joinPool(
  platform: Platform,
  actor: Actor,
  wish: CodevCommands["codev.join-pool"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, person) => {
    const side = await sideOf(client, person, dayInBrussels(platform.clock.now()));
    if (!side) return refuse("not-allowed");
    await client.query(
      `INSERT INTO codev_facilitator
         (person_id, side, stage, languages, modes, office_id, slots, capacity)
       VALUES ($1, $2, 'learning', $3, $4, nullif($5, ''), $6, $7)
       ON CONFLICT (person_id) DO UPDATE SET languages = excluded.languages,
         modes = excluded.modes, office_id = excluded.office_id, slots = excluded.slots,
         capacity = excluded.capacity`,
      [person.personId, side, wish.languages, wish.modes, wish.officeId, wish.slots, wish.capacity],
    );
    return ok(null);
  });
}

export function setTraining(
  platform: Platform,
  actor: Actor,
  { personId, stage, trainedOn }: CodevCommands["codev.set-training"],
): Promise<Result<null>> {
  return organising(platform, actor, "codev.training-set", async (client) => {
    const { rowCount } = await client.query(
      "UPDATE codev_facilitator SET stage = $2, trained_on = $3 WHERE person_id = $1",
      [personId, stage, trainedOn ?? null],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}

/** In the pool and past learning: may hold interviews. */
export async function leads(
  client: Pick<PoolClient, "query">,
  personId: string,
): Promise<FacilitatorStage | undefined> {
  const { rows } = await client.query<{ stage: FacilitatorStage }>(
    "SELECT stage FROM codev_facilitator WHERE person_id = $1",
    [personId],
  );
  return rows[0]?.stage;
}

export const interviewPurpose = (applicationId: string) =>
  `palabre/codev-interview/1/${applicationId}`;

/**
 * Ten minutes with somebody before a cycle: what moves them, what they need, with whom not. Read by
 * who wrote it alone, erased once the group is formed or after thirty days.
 */
export function noteInterview(
  platform: Platform,
  sealing: Sealing,
  actor: Actor,
  { applicationId, notes }: CodevCommands["codev.note-interview"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    const stage = await leads(client, personId);
    if (stage !== "ready" && stage !== "shadowing") return refuse("not-allowed");
    const now = platform.clock.now();
    const waiting = await client.query(
      `UPDATE codev_application SET state = 'interviewed'
       WHERE id = $1 AND state IN ('waiting', 'interviewed') AND person_id <> $2`,
      [applicationId, personId],
    );
    if (!waiting.rowCount) return refuse("changed-meanwhile");
    const { rowCount } = await client.query(
      `INSERT INTO codev_interview AS i
         (application_id, facilitator_id, held_at, notes, erase_on)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (application_id) DO UPDATE SET notes = excluded.notes
       WHERE i.facilitator_id = excluded.facilitator_id`,
      [
        applicationId,
        personId,
        now,
        notes === "" ? null : sealing.seal(interviewPurpose(applicationId), Buffer.from(notes)),
        addDays(dayInBrussels(now), DAYS_OF_INTERVIEW_NOTES),
      ],
    );
    return rowCount === 1 ? ok(null) : refuse("changed-meanwhile");
  });
}

/** Says that one holds the file of nobody in the group: asked of both before it begins. */
export function clearPair(
  platform: Platform,
  actor: Actor,
  { cycleId }: CodevCommands["codev.clear-pair"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "facilitator", async ({ client, me }) => {
    const fits = await checkGroup(client, cycleId);
    if (!fits.ok) return fits;
    await client.query(
      "UPDATE codev_pair SET cleared_at = $3 WHERE cycle_id = $1 AND person_id = $2",
      [cycleId, me, platform.clock.now()],
    );
    return ok(null);
  });
}

/** Says that one holds somebody's file: the pair has to change, and organisers do not learn whose. */
export function holdFile(
  platform: Platform,
  actor: Actor,
  { cycleId, personId }: CodevCommands["codev.hold-file"],
): Promise<Result<null>> {
  return inCycle(platform, actor, cycleId, "facilitator", async ({ client, me, standing }) => {
    const { rowCount } = await client.query(
      "SELECT FROM codev_participant WHERE cycle_id = $1 AND person_id = $2",
      [cycleId, personId],
    );
    if (!rowCount) return refuse("not-found");
    const at = platform.clock.now();
    if (standing.as === "facilitator" && standing.side === "support") {
      await keepFile(client, { adviserId: me, memberId: personId, at });
    } else {
      await keepApart(client, { one: me, other: personId, kind: "file", by: me, at });
    }
    await client.query(
      "UPDATE codev_pair SET cleared_at = NULL WHERE cycle_id = $1 AND person_id = $2",
      [cycleId, me],
    );
    return ok(null);
  });
}

/** Somebody else leads: of the same side, kept apart from nobody in the group. */
export function replaceFacilitator(
  platform: Platform,
  actor: Actor,
  { cycleId, side, personId }: CodevCommands["codev.replace-facilitator"],
): Promise<Result<null>> {
  return organising(platform, actor, "codev.facilitator-replaced", async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM codev_facilitator WHERE person_id = $1 AND side = $2 AND stage <> 'learning'
         AND person_id NOT IN (SELECT person_id FROM codev_participant
           WHERE cycle_id = $3 AND state <> 'left')`,
      [personId, side, cycleId],
    );
    if (!rowCount) return refuse("not-found");
    const old = await client.query<{ personId: string }>(
      `SELECT person_id AS "personId" FROM codev_pair p JOIN codev_cycle c ON c.id = p.cycle_id
       WHERE p.cycle_id = $1 AND p.side = $2 AND c.state IN ('signing', 'running') FOR UPDATE OF p`,
      [cycleId, side],
    );
    const before = old.rows[0]?.personId;
    if (!before) return refuse("wrong-phase");
    const fits = await checkGroup(client, cycleId, { leads: personId, instead: before });
    if (!fits.ok) return fits;
    await client.query(
      "UPDATE codev_pair SET person_id = $3, cleared_at = NULL WHERE cycle_id = $1 AND side = $2",
      [cycleId, side, personId],
    );
    await client.query(
      `UPDATE codev_session SET
         lead_id = CASE WHEN lead_id = $2 THEN $3 ELSE lead_id END,
         second_id = CASE WHEN second_id = $2 THEN $3 ELSE second_id END
       WHERE cycle_id = $1 AND state = 'planned'`,
      [cycleId, before, personId],
    );
    return ok(null);
  });
}
