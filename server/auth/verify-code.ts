import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { consumeChallenge, countAttempt, hashCode } from "./challenges.ts";
import { sameHash } from "./hashes.ts";
import { networkOf } from "./rate-limits.ts";
import type { SignedIn, SignInTools, Visitor } from "./sign-in-tools.ts";

/** Signs in with the six digits of a mail. A challenge made for nobody has no right code. */
export async function verifyCode(
  { platform, auth, limits }: SignInTools,
  actor: Actor,
  input: { challengeId: string; code: string },
  visitor: Visitor,
): Promise<Result<SignedIn>> {
  const { pool, clock } = platform;
  const network = networkOf(visitor.ip);
  const allowed =
    (await limits.take("network", network)) && (await limits.take("network-wrong", network));
  if (!allowed) return refuse("too-many-requests");

  const challenge = await countAttempt(pool, input.challengeId, clock.now());
  if (!challenge) {
    // Nothing was compared, so nothing was guessed.
    await limits.giveBack("network-wrong", network);
    return refuse("code-expired");
  }
  const right = sameHash(challenge.codeHash, hashCode(input.challengeId, input.code));
  if (!right || challenge.personId === null) return refuse("wrong-code");

  const personId = await consumeChallenge(pool, { id: input.challengeId }, clock.now());
  if (!personId) return refuse("code-expired");
  await limits.giveBack("network-wrong", network);
  return ok({ sessionId: await auth.startSession(actor, personId, visitor.device) });
}
