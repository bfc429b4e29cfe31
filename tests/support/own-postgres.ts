import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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
      await untilAlone(postgres.url);
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (postgres.elsewhere) rmSync(postgres.elsewhere, { recursive: true, force: true });
    },
  };
}

/**
 * Waits until the connections that were closed are gone: one that hears of the shutdown while it
 * says goodbye has nobody left to tell, and would end the test run.
 */
async function untilAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let look = 0; look < 50; look += 1) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (rowCount === 0) break;
    await pause(100);
  }
  await client.end();
}
