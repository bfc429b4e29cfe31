import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { CODE_MINUTES } from "#domain/membership/sign-in-limits.ts";
import { inTransaction, isUniqueViolation } from "../platform/database.ts";
import type { Platform } from "../platform/platform.ts";
import { actorIdOf, writeAudit } from "./audit.ts";
import { createChallenge, deskToken } from "./challenges.ts";
import { writeToPerson } from "./write-to-person.ts";

/**
 * Whether the desk may help this person to sign in. Nobody helps themselves, and who holds a role
 * is helped by an organiser alone: a desk must not become a way into the chair's account.
 */
async function mayHelp(
  { clock }: Platform,
  client: ClientBase,
  actor: Actor,
  personId: string,
): Promise<Result<{ email: string | null }>> {
  if (!can(actor, "person.help-sign-in", COOPERATIVE)) return refuse("not-allowed");
  if (actor.kind === "person" && actor.personId === personId) return refuse("not-allowed");
  const { rows } = await client.query<{ email: string | null; holds: boolean }>(
    `SELECT email, EXISTS (SELECT FROM role_grant g WHERE g.person_id = person.id
       AND (g.valid_to IS NULL OR g.valid_to >= ($2::timestamptz AT TIME ZONE 'Europe/Brussels')::date)
     ) AS holds
     FROM person WHERE id = $1 FOR UPDATE`,
    [personId, clock.now()],
  );
  const [person] = rows;
  if (!person) return refuse("not-found");
  if (person.holds && !can(actor, "role.grant", COOPERATIVE)) return refuse("not-allowed");
  return ok({ email: person.email });
}

/** A stale address is replaced; the old and the new one are told, and the act leaves a trace. */
export async function correctAddress(
  platform: Platform,
  actor: Actor,
  input: { personId: string; address: string; reason: string },
): Promise<Result<null>> {
  const { personId, address, reason } = input;
  try {
    const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
      const person = await mayHelp(platform, client, actor, personId);
      if (!person.ok) return person;
      if (person.value.email === address) return ok(null);
      await client.query("UPDATE person SET email = $2, email_status = 'working' WHERE id = $1", [
        personId,
        address,
      ]);
      // Codes on their way to the old address open nothing any more.
      await client.query(
        `UPDATE sign_in_challenge SET consumed_at = $2 WHERE person_id = $1 AND consumed_at IS NULL`,
        [personId, platform.clock.now()],
      );
      const subject = `person:${personId}`;
      await writeAudit(platform, client, {
        actorId: actorIdOf(actor),
        action: "desk.address-corrected",
        subject,
        reason,
      });
      const content = { kind: "address-changed", address } as const;
      await writeToPerson(platform, client, personId, content);
      if (person.value.email) {
        await writeToPerson(platform, client, personId, content, person.value.email);
      }
      return ok(null);
    });
    if (result.ok) platform.outbox.kick();
    return result;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("address-taken");
    throw error;
  }
}

/** A code that the desk reads out once identity was checked; the person is told by mail as well. */
export async function issueDeskCode(
  platform: Platform,
  actor: Actor,
  input: { personId: string; reason: string },
): Promise<Result<{ code: string; minutes: number }>> {
  const { personId, reason } = input;
  const result = await inTransaction(
    platform.pool,
    async (client): Promise<Result<{ code: string; minutes: number }>> => {
      const person = await mayHelp(platform, client, actor, personId);
      if (!person.ok) return person;
      const { token } = await createChallenge(platform, client, personId, deskToken(platform));
      const subject = `person:${personId}`;
      await writeAudit(platform, client, {
        actorId: actorIdOf(actor),
        action: "desk.code-issued",
        subject,
        reason,
      });
      await writeToPerson(platform, client, personId, { kind: "desk-code", minutes: CODE_MINUTES });
      return ok({ code: token, minutes: CODE_MINUTES });
    },
  );
  if (result.ok) platform.outbox.kick();
  return result;
}
