import { runningPostgresUrl } from "../platform/embedded-postgres.ts";
import type { Settings } from "../platform/env.ts";
import { LockedError, lockData } from "./data-lock.ts";
import { migrate, startOwnDatabase } from "./prepare-database.ts";

/**
 * The database for one command: the one that is given, the embedded one of a Palabre that runs,
 * or the embedded one started for as long as the command takes.
 */
export async function openDatabase(
  settings: Settings,
): Promise<{ url: string; close: () => Promise<void> }> {
  const root = process.env["PALABRE_ROOT"] ?? process.cwd();
  if (settings.databaseUrl) {
    await migrate(settings.databaseUrl, root);
    return { url: settings.databaseUrl, close: () => Promise.resolve() };
  }
  let unlock: () => void;
  try {
    unlock = lockData(settings.dataDir);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    return { url: runningPostgresUrl(settings.dataDir), close: () => Promise.resolve() };
  }
  const { url, stop } = await startOwnDatabase(settings);
  await migrate(url, root);
  return {
    url,
    close: async () => {
      await stop();
      unlock();
    },
  };
}
