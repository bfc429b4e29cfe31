import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Signature } from "#wire/minutes.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeMinutes } from "./change-minutes.ts";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * Signs frozen minutes: the bureau, and members who were there and ask for it (rules §1.9). What is
 * signed is the fingerprint that was on the page.
 */
export function signMinutes(
  platform: Platform,
  actor: Actor,
  { assemblyId, hash }: { assemblyId: string; hash: string },
): Promise<Result<null>> {
  const change = { action: "minutes.read", assemblyId } as const;
  return changeMinutes(platform, actor, change, async (client, { frozen }, person) => {
    if (!frozen) return refuse("minutes-not-frozen");
    if (frozen.hash !== hash) return refuse("changed-meanwhile");
    const capacity = await capacityOf(client, person, assemblyId);
    if (!capacity) return refuse("not-entitled");
    await client.query(
      `INSERT INTO minutes_signature (assembly_id, person_id, capacity, signed_at, hash)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [assemblyId, person.personId, capacity, platform.clock.now(), hash],
    );
    return ok(null);
  });
}

const BUREAU = ["chair", "secretary", "scrutineer"] as const;

/** In which capacity somebody signs: their seat in the bureau, else as a member who was there. */
export async function capacityOf(
  client: Pick<PoolClient, "query">,
  { personId, grants }: PersonActor,
  assemblyId: string,
): Promise<Signature["capacity"] | undefined> {
  const everywhere = isApart(assemblyId) ? [] : ["cooperative"];
  const here = [`assembly:${assemblyId}`, ...everywhere];
  const seat = BUREAU.find((role) =>
    grants.some((grant) => grant.role === role && here.includes(grant.body)),
  );
  if (seat) return seat;
  const { rowCount } = await client.query(
    `SELECT FROM roll_entry e WHERE e.assembly_id = $1 AND e.person_id = $2
       AND EXISTS (SELECT FROM attendance t
         WHERE t.assembly_id = e.assembly_id AND t.person_id = e.person_id)`,
    [assemblyId, personId],
  );
  return rowCount ? "member" : undefined;
}

/** A correction after the fact: it follows the minutes and changes nothing in them. */
export function addAddendum(
  platform: Platform,
  actor: Actor,
  { assemblyId, text }: { assemblyId: string; text: string },
): Promise<Result<null>> {
  const change = { action: "minutes.write", assemblyId } as const;
  return changeMinutes(platform, actor, change, async (client, { frozen }, { personId }) => {
    if (!frozen) return refuse("minutes-not-frozen");
    const { rows } = await client.query<{ position: number; hash: string }>(
      `SELECT position, hash FROM minutes_addendum WHERE assembly_id = $1
       ORDER BY position DESC LIMIT 1`,
      [assemblyId],
    );
    const [last] = rows;
    const position = (last?.position ?? 0) + 1;
    const before = last?.hash ?? frozen.hash;
    await client.query(
      `INSERT INTO minutes_addendum (assembly_id, position, text, author_id, added_at, hash)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        assemblyId,
        position,
        text,
        personId,
        platform.clock.now(),
        fingerprintOf({ before, position, text }),
      ],
    );
    return ok(null);
  });
}
