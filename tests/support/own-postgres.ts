import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../server/platform/embedded-postgres.ts";
import { applyMigrations } from "../../server/platform/migrations.ts";

export type OwnPostgres = {
  url: string;
  kill: () => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A migrated PostgreSQL that a test may kill. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), "palabre-own-"));
  const postgres = await startEmbeddedPostgres({ dataDir, restart: false });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await applyMigrations(client, join(process.cwd(), "prisma/migrations"));
  await client.end();
  return {
    url: postgres.url,
    kill: postgres.kill,
    start: postgres.start,
    stop: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (postgres.elsewhere) rmSync(postgres.elsewhere, { recursive: true, force: true });
    },
  };
}
