import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SignInTools } from "./sign-in-tools.ts";

/** Ends the session of this browser; its open sockets are told. */
export async function signOut({ auth }: SignInTools, actor: Actor): Promise<Result<null>> {
  if (actor.kind === "person") await auth.endSession(actor.sessionHash, actor.personId);
  return ok(null);
}

/** Ends every session of this person, this one too. */
export async function signOutEverywhere(
  { auth }: SignInTools,
  actor: Actor,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await auth.endAllSessions(actor.personId);
  return ok(null);
}
