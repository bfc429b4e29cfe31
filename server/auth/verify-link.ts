import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { consumeChallenge, normaliseDeskToken } from "./challenges.ts";
import { networkOf } from "./rate-limits.ts";
import type { SignedIn, SignInTools, Visitor } from "./sign-in-tools.ts";

/**
 * Signs in with the secret of a mailed link, or with the long code of a desk. Only the confirming
 * form comes here: scanners that open every link of a mail must not use it up.
 */
export async function verifyLink(
  { platform, auth, limits }: SignInTools,
  actor: Actor,
  input: { token: string },
  visitor: Visitor,
): Promise<Result<SignedIn>> {
  // Wrong ones are not counted: sixty bits cannot be guessed, and where one visitor used up the
  // guesses at short codes, links are how the rest of the room still comes in.
  if (!(await limits.take("network", networkOf(visitor.ip)))) return refuse("too-many-requests");

  const personId = await consumeChallenge(platform.pool, input, platform.clock.now());
  if (!personId) return refuse("code-expired");
  return ok({ sessionId: await auth.startSession(actor, personId, visitor.device) });
}

/** The code that a desk read out, however it was typed. */
export async function verifyDeskCode(
  tools: SignInTools,
  actor: Actor,
  input: { code: string },
  visitor: Visitor,
): Promise<Result<SignedIn>> {
  return verifyLink(tools, actor, { token: normaliseDeskToken(input.code) }, visitor);
}
