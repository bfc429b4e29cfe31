import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CodevCommands } from "#wire/codev.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { acting, sideOf } from "./frames.ts";
import type { Client } from "./rows.ts";

/** Advisers are of the support team today, whether or not they lead groups. */
function advising(
  platform: Platform,
  actor: Actor,
  work: (client: PoolClient, adviser: PersonActor) => Promise<Result<null>>,
): Promise<Result<null>> {
  return acting(platform, actor, async (client, person) => {
    if (!can(person, "codev.keep-files", COOPERATIVE)) return refuse("not-allowed");
    const side = await sideOf(client, person, dayInBrussels(platform.clock.now()));
    return side === "support" ? work(client, person) : refuse("not-allowed");
  });
}

/** Says whose file one follows: that there is one, and nothing of what is in it. */
export function addFile(
  platform: Platform,
  actor: Actor,
  { registerNo }: CodevCommands["codev.add-file"],
): Promise<Result<null>> {
  return advising(platform, actor, async (client, { personId }) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM person WHERE register_no = $1 AND id <> $2",
      [registerNo, personId],
    );
    if (!rows[0]) return refuse("codev-person-unknown");
    await keepFile(client, { adviserId: personId, memberId: rows[0].id, at: platform.clock.now() });
    return ok(null);
  });
}

export async function keepFile(
  client: PoolClient,
  { adviserId, memberId, at }: { adviserId: string; memberId: string; at: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO codev_file (adviser_id, member_id, declared_at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [adviserId, memberId, at],
  );
}

export function removeFile(
  platform: Platform,
  actor: Actor,
  { personId: memberId }: CodevCommands["codev.remove-file"],
): Promise<Result<null>> {
  return advising(platform, actor, async (client, { personId }) => {
    await client.query("DELETE FROM codev_file WHERE adviser_id = $1 AND member_id = $2", [
      personId,
      memberId,
    ]);
    return ok(null);
  });
}

/** One's own files, by name: nobody else's list is ever read. */
export async function filesOf(
  client: Client,
  adviserId: string,
): Promise<{ personId: string; name: string }[]> {
  const { rows } = await client.query<{ personId: string; name: string }>(
    `SELECT p.id AS "personId", ${nameOf("p")} AS name FROM codev_file f
     JOIN person p ON p.id = f.member_id
     WHERE f.adviser_id = $1 ORDER BY p.family_name, p.given_name, p.id`,
    [adviserId],
  );
  return rows;
}
