import type { Platform } from "../platform/platform.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Auth } from "./sessions.ts";

/** What the use-cases of sign-in work with. */
export type SignInTools = { platform: Platform; auth: Auth; limits: RateLimits };

/** From where somebody signs in. */
export type Visitor = { ip: string; device: string };

/** Signed in: the id that goes into the cookie and nowhere else. */
export type SignedIn = { sessionId: string };
