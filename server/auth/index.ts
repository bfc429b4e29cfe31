import type { Platform } from "../platform/platform.ts";
import { createAuth } from "./sessions.ts";

/** Sign-in, sessions, and help at the desk. */
export function createAuthFeature(platform: Platform) {
  const auth = createAuth(platform);
  return {
    ...auth,
    deleteExpired: async () => {
      await auth.deleteExpiredSessions();
      await platform.pool.query("DELETE FROM sign_in_challenge WHERE expires_at < $1", [
        platform.clock.now(),
      ]);
    },
  };
}
