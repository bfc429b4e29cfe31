import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "#domain/membership/sign-in-limits.ts";
import { inTransaction } from "../platform/database.ts";
import { hashPassword } from "./passwords.ts";
import type { SignedIn, SignInTools } from "./sign-in-tools.ts";
import { writeToPerson } from "./write-to-person.ts";

/**
 * Sets or changes one's own password. Every session ends, in case one was stolen; this browser
 * gets a new one.
 */
export async function setPassword(
  tools: SignInTools,
  actor: Actor,
  input: { password: string },
  device: string,
): Promise<Result<SignedIn>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { length } = input.password;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
    return refuse("weak-password", { min: PASSWORD_MIN });
  }
  const hash = await hashPassword(input.password);
  await changePassword(tools, actor, hash);
  await tools.auth.endAllSessions(actor.personId);
  return ok({
    sessionId: await tools.auth.startSession({ kind: "anonymous" }, actor.personId, device),
  });
}

/** From now on codes alone open this account. */
export async function removePassword(tools: SignInTools, actor: Actor): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await changePassword(tools, actor, null);
  return ok(null);
}

async function changePassword(
  { platform }: SignInTools,
  actor: PersonActor,
  hash: string | null,
): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    const { rowCount } =
      hash === null
        ? await client.query("DELETE FROM password WHERE person_id = $1", [actor.personId])
        : await client.query(
            `INSERT INTO password (person_id, hash, changed_at) VALUES ($1, $2, $3)
             ON CONFLICT (person_id) DO UPDATE SET hash = $2, changed_at = $3`,
            [actor.personId, hash, platform.clock.now()],
          );
    if (!rowCount) return;
    const kind = hash === null ? "password-removed" : "password-set";
    await writeToPerson(platform, client, actor.personId, { kind });
  });
  platform.outbox.kick();
}
