import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isPassword } from "./passwords.ts";
import { networkOf } from "./rate-limits.ts";
import type { SignedIn, SignInTools, Visitor } from "./sign-in-tools.ts";

/** Signs in with a password. Unknown address, none set and a wrong one are one and the same. */
export async function signInWithPassword(
  { platform, auth, limits }: SignInTools,
  actor: Actor,
  input: { address: string; password: string },
  visitor: Visitor,
): Promise<Result<SignedIn>> {
  const network = networkOf(visitor.ip);
  const allowed =
    (await limits.take("network", network)) &&
    (await limits.take("network-wrong", network)) &&
    (await limits.take("password", input.address)) &&
    (await limits.take("password-day", input.address));
  if (!allowed) return refuse("too-many-requests");

  const { rows } = await platform.pool.query<{ id: string; hash: string }>(
    `SELECT person.id, password.hash
     FROM person JOIN password ON password.person_id = person.id WHERE person.email = $1`,
    [input.address],
  );
  const [found] = rows;
  if (!(await isPassword(found?.hash, input.password)) || !found) return refuse("wrong-password");

  await limits.giveBack("network-wrong", network);
  return ok({ sessionId: await auth.startSession(actor, found.id, visitor.device) });
}
