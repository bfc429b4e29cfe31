import { isPassing } from "./database.ts";

/** Tries while the database restarts or two processes collide: about ten seconds in all. */
const TRIES = 7;
const FIRST_PAUSE_MS = 150;

/**
 * Runs idempotent work again while its failure is a passing one (a restart, a lost connection).
 * Whoever calls this must make a second run harmless: a command id, a unique key.
 */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt + 1 >= TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
    }
  }
}
