import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client, PoolClient } from "pg";

// Any number, as long as nothing else in this database locks it.
const MIGRATIONS_LOCK = 7_252_710;

// Prisma's own table, so that its tools understand what is applied.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };
type Connection = Client | PoolClient;

/** A migration that cannot be applied, or was changed after it was. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/**
 * Brings a database up to date: each folder of `directory` in order, each in its own transaction.
 * Takes one connection, not a pool: the lock that keeps two starting processes apart belongs to it.
 * Returns the names of what was applied.
 */
export async function applyMigrations(client: Connection, directory: string): Promise<string[]> {
  const migrations = await readMigrations(directory);
  await client.query("SELECT pg_advisory_lock($1)", [MIGRATIONS_LOCK]);
  try {
    await client.query(TABLE);
    const waiting = await notYetApplied(client, migrations);
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATIONS_LOCK]);
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function notYetApplied(client: Connection, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it was applied to this database. ` +
          "Restore its text and write the change as a new migration.",
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: Connection, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new MigrationError(`Migration ${name} failed and was undone: ${String(error)}`, {
      cause: error,
    });
  }
}
