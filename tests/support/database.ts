import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "../../server/platform/migrations.ts";

export type TestDatabase = { url: string; drop: () => Promise<void> };

const TEMPLATE = "palabre_template";

/** Set by tests/support/global-postgres.ts, or by hand to use a server that runs already. */
function adminUrl(): string {
  const url = process.env["PALABRE_TEST_DATABASE_URL"];
  if (!url) throw new Error("PALABRE_TEST_DATABASE_URL is not set");
  return url;
}

function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrates one database that every test database is copied from. */
export async function createTemplate(): Promise<void> {
  await asAdmin(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  const client = new pg.Client({ connectionString: urlOf(TEMPLATE) });
  await client.connect();
  await applyMigrations(client, join(process.cwd(), "prisma/migrations"));
  await client.end();
}

/** A fresh migrated database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  return {
    url: urlOf(name),
    drop: async () => {
      await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
