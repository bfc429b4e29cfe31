import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { ParticipantState, Side } from "#domain/codev/words.ts";
import { journal } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { type CycleRow, lockCycle } from "./group.ts";
import type { Client } from "./rows.ts";

/** What somebody is to a cycle: of the pair that leads it, or of the group. */
export type Standing =
  | { as: "facilitator"; side: Side }
  | { as: "participant"; state: ParticipantState };

export async function standingIn(
  client: Client,
  cycleId: string,
  personId: string,
): Promise<Standing | undefined> {
  const { rows } = await client.query<{ side: Side | null; state: ParticipantState | null }>(
    `SELECT
       (SELECT side FROM codev_pair WHERE cycle_id = $1 AND person_id = $2) AS side,
       (SELECT state FROM codev_participant WHERE cycle_id = $1 AND person_id = $2) AS state`,
    [cycleId, personId],
  );
  const { side, state } = rows[0] ?? {};
  if (side) return { as: "facilitator", side };
  return state ? { as: "participant", state } : undefined;
}

/** As what somebody may lead: support staff as support, members as members; others may not. */
export async function sideOf(
  client: Client,
  actor: PersonActor,
  today: string,
): Promise<Side | undefined> {
  const { rowCount } = await client.query(
    `SELECT FROM affiliation WHERE person_id = $1 AND kind = 'support_staff'
       AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to > $2::date)`,
    [actor.personId, today],
  );
  if (rowCount) return "support";
  return actor.isMember ? "member" : undefined;
}

/** One transaction for what a signed-in person does; a refusal leaves nothing behind. */
export async function acting<T>(
  platform: Platform,
  actor: Actor,
  work: (client: PoolClient, actor: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const result = await inTransactionUnlessRefused(platform.pool, (client) => work(client, actor));
  if (result.ok) platform.outbox.kick();
  return result;
}

/** The same for what organisers do; the journal says what and to which cycle, never with whom. */
export function organising<T>(
  platform: Platform,
  actor: Actor,
  action: string,
  work: (client: PoolClient, actor: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return acting(platform, actor, async (client, person) => {
    if (!can(actor, "codev.organise", COOPERATIVE)) return refuse("not-allowed");
    const done = await work(client, person);
    if (!done.ok) return done;
    const at = platform.clock.now();
    await journal(client, { actorId: person.personId, action, subject: "codev", at });
    return done;
  });
}

export type InCycle = {
  client: PoolClient;
  cycle: CycleRow;
  me: string;
  standing: Standing;
};

/**
 * One transaction with a cycle held, for somebody who is in it and has this part; to anybody else
 * it is as if there were none.
 */
export function inCycle<T>(
  platform: Platform,
  actor: Actor,
  cycleId: string | undefined,
  as: Standing["as"] | "either",
  work: (held: InCycle) => Promise<Result<T>>,
): Promise<Result<T>> {
  return acting(platform, actor, async (client, person) => {
    if (!can(person, "codev.take-part", COOPERATIVE)) return refuse("not-allowed");
    const { personId } = person;
    const standing = cycleId && (await standingIn(client, cycleId, personId));
    const cycle = standing && (await lockCycle(client, cycleId));
    if (!cycle || (as !== "either" && standing.as !== as)) return refuse("not-found");
    return work({ client, cycle, me: personId, standing });
  });
}

/** A cycle held, for an organiser or for one of the two who lead it. */
export function tending<T>(
  platform: Platform,
  actor: Actor,
  cycleId: string | undefined,
  work: (held: Omit<InCycle, "standing">) => Promise<Result<T>>,
): Promise<Result<T>> {
  return acting(platform, actor, async (client, person) => {
    const me = person.personId;
    const cycle = cycleId && (await lockCycle(client, cycleId));
    if (!cycle) return refuse("not-found");
    const standing = await standingIn(client, cycle.id, me);
    const may = can(person, "codev.organise", COOPERATIVE) || standing?.as === "facilitator";
    return may ? work({ client, cycle, me }) : refuse("not-found");
  });
}

/** Of which cycle a session is. */
export async function cycleOfSession(client: Client, id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ cycleId: string }>(
    `SELECT cycle_id AS "cycleId" FROM codev_session WHERE id = $1`,
    [id],
  );
  return rows[0]?.cycleId;
}

/** The same for whoever has this part in the cycle of a session. */
export async function inCycleOf<T>(
  platform: Platform,
  actor: Actor,
  sessionId: string,
  as: Standing["as"],
  work: (held: InCycle) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inCycle(platform, actor, await cycleOfSession(platform.pool, sessionId), as, work);
}
