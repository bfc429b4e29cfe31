import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Platform } from "../platform/platform.ts";
import { changeProfile, ownAccount } from "./account.ts";
import { correctAddress, issueDeskCode } from "./desk.ts";
import { findPersons } from "./find-person.ts";
import { createRateLimits } from "./rate-limits.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { createAuth } from "./sessions.ts";
import { setPassword, removePassword } from "./set-password.ts";
import { personas, signInAsPersona } from "./sign-in-as-persona.ts";
import type { SignInTools, Visitor } from "./sign-in-tools.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";
import { verifyCode } from "./verify-code.ts";
import { verifyDeskCode, verifyLink } from "./verify-link.ts";

/** Sign-in, sessions, one's own account, and help at the desk. */
export function createAuthFeature(platform: Platform) {
  const auth = createAuth(platform);
  const limits = createRateLimits(platform);
  const tools: SignInTools = { platform, auth, limits };
  return {
    ...auth,
    /** Shared with the ways in that are not a sign-in page. */
    limits,

    requestSignIn: (input: { address: string; language: Language }, visitor: Visitor) =>
      requestSignIn(tools, input, visitor),
    verifyCode: (actor: Actor, input: { challengeId: string; code: string }, visitor: Visitor) =>
      verifyCode(tools, actor, input, visitor),
    verifyLink: (actor: Actor, input: { token: string }, visitor: Visitor) =>
      verifyLink(tools, actor, input, visitor),
    verifyDeskCode: (actor: Actor, input: { code: string }, visitor: Visitor) =>
      verifyDeskCode(tools, actor, input, visitor),
    signInWithPassword: (
      actor: Actor,
      input: { address: string; password: string },
      visitor: Visitor,
    ) => signInWithPassword(tools, actor, input, visitor),
    personas: () => personas(platform.env.demo),
    signInAsPersona: (actor: Actor, input: { key: string }, device: string) =>
      signInAsPersona(tools, actor, input, device),
    signOut: (actor: Actor) => signOut(tools, actor),
    signOutEverywhere: (actor: Actor) => signOutEverywhere(tools, actor),

    ownAccount: (actor: Actor) => ownAccount(platform, actor),
    changeProfile: (actor: Actor, input: { displayName: string; language: Language }) =>
      changeProfile(platform, actor, input),
    setPassword: (actor: Actor, input: { password: string }, device: string) =>
      setPassword(tools, actor, input, device),
    removePassword: (actor: Actor) => removePassword(tools, actor),

    findPersons: (actor: Actor, input: { query: string }) => findPersons(platform, actor, input),
    correctAddress: (actor: Actor, input: { personId: string; address: string; reason: string }) =>
      correctAddress(platform, actor, input),
    issueDeskCode: (actor: Actor, input: { personId: string; reason: string }) =>
      issueDeskCode(platform, actor, input),

    deleteExpired: async () => {
      await auth.deleteExpiredSessions();
      await platform.pool.query("DELETE FROM sign_in_challenge WHERE expires_at < $1", [
        platform.clock.now(),
      ]);
    },
    close: () => limits.close(),
  };
}
