import pg from "pg";
import { isEmpty, seedDemo } from "../../prisma/seed/index.ts";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../platform/embedded-postgres.ts";
import type { Settings } from "../platform/env.ts";
import { applyMigrations } from "../platform/migrations.ts";
import { step } from "./steps.mjs";

export type PreparedDatabase = { url: string; stop: () => Promise<void> };

/** A database that is there, up to date and, in the demo, inhabited. */
export async function prepareDatabase(settings: Settings, root: string): Promise<PreparedDatabase> {
  const { url, stop } = settings.databaseUrl
    ? { url: settings.databaseUrl, stop: () => Promise.resolve() }
    : await startOwnDatabase(settings);
  try {
    await step("applying migrations", async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const applied = await applyMigrations(client, join(root, "prisma/migrations"));
        return applied.length > 0 ? `${applied.length} applied` : "up to date";
      } finally {
        await client.end();
      }
    });
    if (settings.demo && (await isEmpty(url))) {
      await step("making the demo cooperative", async () => {
        await seedDemo(url, () => undefined);
      });
    }
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOwnDatabase(settings: Settings): Promise<PreparedDatabase> {
  let database: PreparedDatabase | undefined;
  await step("starting PostgreSQL", async () => {
    database = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  });
  if (!database) throw new Error("PostgreSQL did not start");
  return database;
}
