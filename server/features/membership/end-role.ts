import type { Actor, Body, Role } from "#domain/kernel/actor.ts";
import { can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { actorIdOf, writeAudit } from "../../auth/audit.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";

type Held = { personId: string; role: Role; body: Body };

/**
 * Ends a role at once: yesterday was its last day. Organisers cannot end their own, so that there
 * is always one left.
 */
export async function endRole(
  platform: Platform,
  actor: Actor,
  input: { grantId: string; reason: string },
): Promise<Result<null>> {
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const { rows } = await client.query<Held>(
      `SELECT person_id AS "personId", role, body FROM role_grant WHERE id = $1 FOR UPDATE`,
      [input.grantId],
    );
    const [held] = rows;
    if (!can(actor, "role.grant", { body: held?.body ?? "cooperative" })) {
      return refuse("not-allowed");
    }
    if (!held) return refuse("not-found");
    if (held.role === "organiser" && held.personId === actorIdOf(actor)) {
      return refuse("not-allowed");
    }
    await client.query("UPDATE role_grant SET valid_to = $2::date - 1 WHERE id = $1", [
      input.grantId,
      dayInBrussels(platform.clock.now()),
    ]);
    await writeAudit(platform, client, {
      actorId: actorIdOf(actor),
      action: "role.ended",
      subject: `person:${held.personId}`,
      reason: `${held.role} in ${held.body}: ${input.reason}`,
    });
    await platform.outbox.write(client, [{ topic: "person", person: held.personId }]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
