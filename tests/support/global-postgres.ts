import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../server/platform/embedded-postgres.ts";
import { createTemplate } from "./database.ts";

/** Vitest's global setup: one real PostgreSQL for the run, unless one is given. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["PALABRE_TEST_DATABASE_URL"]) {
    await createTemplate();
    return undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), "palabre-test-"));
  // Nobody keeps this data: no commit waits for a disk, and nothing is tidied up.
  const settings = ["fsync=off", "full_page_writes=off", "autovacuum=off"];
  const postgres = await startEmbeddedPostgres({ dataDir, restart: false, settings });
  process.env["PALABRE_TEST_DATABASE_URL"] = postgres.url;
  await createTemplate();
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
    if (postgres.elsewhere) rmSync(postgres.elsewhere, { recursive: true, force: true });
  };
}
