import { join } from "node:path";
import pg from "pg";
import { isEmpty, seedDemo } from "../../prisma/seed/index.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres.ts";
import type { Settings } from "../platform/env.ts";
import { applyMigrations } from "../platform/migrations.ts";
import { step } from "./steps.mjs";

export type OwnDatabase = { url: string; stop: () => Promise<void> };

/** Starts the embedded PostgreSQL of the data folder and says where it lives, if elsewhere. */
export async function startOwnDatabase({ dataDir }: Settings): Promise<OwnDatabase> {
  return step(
    "starting PostgreSQL",
    () => startEmbeddedPostgres({ dataDir }),
    ({ elsewhere }) => (elsewhere ? `done, its data is in ${elsewhere}` : ""),
  );
}

/** Brings the database up to date. */
export async function migrate(url: string, root: string): Promise<void> {
  await step(
    "applying migrations",
    async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return await applyMigrations(client, join(root, "prisma/migrations"));
      } finally {
        await client.end();
      }
    },
    (applied) => (applied.length > 0 ? `${applied.length} applied` : "up to date"),
  );
}

/** Fills an empty database with the demo's people. */
export async function seedIfEmpty(url: string): Promise<void> {
  if (!(await isEmpty(url))) return;
  await step("making the demo cooperative", async () => {
    try {
      await seedDemo(url, () => undefined);
    } catch (error) {
      // Two processes started together: the other one was first.
      if (await isEmpty(url)) throw error;
    }
  });
}
