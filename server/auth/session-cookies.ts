import { Cookie } from "lucia";
import type { Env } from "../platform/env.ts";

/** Sessions slide: each visit in their second half renews them for as long again. */
export const SESSION_DAYS = 30;

/** The one cookie that opens a session. */
export type SessionCookies = {
  name: string;
  /** The session id in a Cookie header; anything that cannot be one reads as none. */
  read: (header: string | undefined) => string | undefined;
  /** A Set-Cookie value that keeps the session in the browser. */
  keep: (sessionId: string) => string;
  /** A Set-Cookie value that takes it away. */
  forget: () => string;
};

export function createSessionCookies(env: Pick<Env, "publicUrl">): SessionCookies {
  const secure = env.publicUrl.startsWith("https:");
  // The prefix makes browsers refuse the cookie from a subdomain or over plain HTTP.
  const name = secure ? "__Host-palabre_session" : "palabre_session";
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([a-z0-9]{20,64})(?:;|$)`);
  const cookie = (value: string, maxAge: number) =>
    new Cookie(name, value, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      maxAge,
    }).serialize();
  return {
    name,
    read: (header) => pattern.exec(header ?? "")?.[1],
    keep: (sessionId) => cookie(sessionId, SESSION_DAYS * 86_400),
    forget: () => cookie("", 0),
  };
}
