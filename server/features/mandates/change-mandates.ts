import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { type Action, assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import { inTransaction } from "../../platform/database.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { MANDATES_ALLOWED } from "./mandate-sql.ts";

/** What an assembly says of mandates. */
export type MandateRules = {
  assemblyId: string;
  phase: AssemblyPhase;
  slug: string;
  allowed: boolean;
  maxPerHolder: number;
  holderMustBeMember: boolean;
  /** ISO date from which the roll stands; null before it is taken. */
  rollAsOf: string | null;
  /** ISO date of the assembly. */
  day: string;
};

/** The two whose own views changed. */
export type Changed = { persons: string[] };

/**
 * The frame of every act on mandates: one transaction in which the session neither closes nor takes
 * its roll, and the news. `work` refuses before it writes.
 */
export async function changeMandates(
  platform: Platform,
  actor: Actor,
  { assemblyId, action = "mandate.give" }: { assemblyId: string; action?: Action },
  work: (client: PoolClient, rules: MandateRules, actor: PersonActor) => Promise<Result<Changed>>,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, action, assemblySubject(assemblyId))) return refuse("not-allowed");
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const rules = await lockRules(client, assemblyId);
    if (!rules) return refuse("not-found");
    const done = await work(client, rules, actor);
    if (!done.ok) return done;
    const { persons } = done.value;
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${assemblyId}`, persons },
    ]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** Whether mandates can be given and taken now. */
export function isOpenFor({ phase }: Pick<MandateRules, "phase">): boolean {
  return phase === "convened" || phase === "live";
}

async function lockRules(
  client: PoolClient,
  assemblyId: string,
): Promise<MandateRules | undefined> {
  const { rows } = await client.query<MandateRules>(
    `SELECT a.id AS "assemblyId", a.phase, a.slug, ${MANDATES_ALLOWED} AS allowed,
       coalesce((p.values #>> '{proxy,value,maxPerDelegate}')::int, 1) AS "maxPerHolder",
       coalesce((p.values #>> '{proxy,value,delegateMustBeMember}')::boolean, true)
         AS "holderMustBeMember",
       ${isoDay("a.roll_as_of")} AS "rollAsOf", ${isoDay("a.day")} AS day
     FROM assembly a JOIN statute_profile p ON p.version = a.profile_version
     WHERE a.id = $1 FOR SHARE OF a`,
    [assemblyId],
  );
  return rows[0];
}
