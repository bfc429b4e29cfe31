import type { Actor, Body, Role } from "#domain/kernel/actor.ts";
import { can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { actorIdOf, writeAudit } from "../../auth/audit.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { bodyExists } from "./grants.ts";

type NewGrant = {
  personId: string;
  role: Role;
  body: Body;
  /** ISO dates, both included. */
  validFrom: string;
  validTo?: string;
};

/** Gives a person a role in one body between two days. Their open sockets are asked again. */
export async function grantRole(
  platform: Platform,
  actor: Actor,
  input: NewGrant,
): Promise<Result<null>> {
  const { personId, role, body, validFrom, validTo } = input;
  if (!can(actor, "role.grant", { body })) return refuse("not-allowed");
  if (validTo !== undefined && validTo < validFrom) return refuse("bad-input");

  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const person = await client.query("SELECT FROM person WHERE id = $1 AND kind = 'natural'", [
      personId,
    ]);
    if (!person.rowCount || !(await bodyExists(client, body))) return refuse("not-found");
    await client.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from, valid_to, granted_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id, role, body, valid_from) DO UPDATE SET valid_to = excluded.valid_to`,
      [
        platform.random.uuid(),
        personId,
        role,
        body,
        validFrom,
        validTo ?? null,
        actorIdOf(actor),
        platform.clock.now(),
      ],
    );
    await writeAudit(platform, client, {
      actorId: actorIdOf(actor),
      action: "role.granted",
      subject: `person:${personId}`,
      reason: `${role} in ${body} from ${validFrom} to ${validTo ?? "further notice"}`,
    });
    await platform.outbox.write(client, [{ topic: "person", person: personId }]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
