import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "../../server/platform/migrations.ts";

export type TestDatabase = { url: string; drop: () => Promise<void> };

const TEMPLATE = "palabre_template";
const FILLED_TEMPLATE = "palabre_filled_";

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

function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  return inDatabase(adminUrl(), work);
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
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
    const { rows } = await client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database WHERE datname = $1 OR starts_with(datname, $2)",
      [TEMPLATE, FILLED_TEMPLATE],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE ${name}`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  await inDatabase(urlOf(TEMPLATE), (client) =>
    applyMigrations(client, join(process.cwd(), "prisma/migrations")),
  );
}

/** A fresh migrated database for one test file. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(TEMPLATE);
}

/**
 * A fresh copy of a database that is filled once a run: whoever asks first for this name fills it,
 * whoever comes meanwhile waits.
 */
export async function createFilledDatabase(
  name: string,
  fill: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const template = FILLED_TEMPLATE + name;
  await asAdmin(async (client) => {
    // Held until the connection ends.
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
    const made = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (made.rowCount) return;
    const { url } = await copyOf(TEMPLATE, `${template}_unfinished`);
    await fill(url);
    await inDatabase(url, (client) => client.query("VACUUM ANALYZE"));
    await client.query(`ALTER DATABASE ${template}_unfinished RENAME TO ${template}`);
  });
  return copyOf(template);
}

/**
 * What a database holds at this moment in another one, ids included: two worlds that have the same
 * past. Whoever is connected to it is sent away, for PostgreSQL copies nothing that is in use.
 */
export async function forkDatabase(url: string): Promise<TestDatabase> {
  const name = new URL(url).pathname.slice(1);
  await asAdmin((client) =>
    client.query(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
      [name],
    ),
  );
  return copyOf(name);
}

async function copyOf(
  template: string,
  name = `test_${randomUUID().replaceAll("-", "")}`,
): Promise<TestDatabase> {
  await asAdmin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: urlOf(name),
    drop: async () => {
      await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
