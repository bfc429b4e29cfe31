import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { applyMigrations } from "../../../server/platform/migrations.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let folder: string;
let clients: pg.Client[];

beforeAll(async () => {
  database = await createTestDatabase();
  clients = await Promise.all(
    [0, 1].map(async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      return client;
    }),
  );
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "palabre-migrations-"));
  await first().query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  return () => rmSync(folder, { recursive: true });
});

function first(): pg.Client {
  const [client] = clients;
  if (!client) throw new Error("not connected");
  return client;
}

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

it("applies what is new, in order, once, and records it as Prisma would", async () => {
  write("2_second", "ALTER TABLE lamp ADD COLUMN lit boolean");
  write("1_first", "CREATE TABLE lamp (id int)");
  expect(await applyMigrations(first(), folder)).toEqual(["1_first", "2_second"]);
  expect(await applyMigrations(first(), folder)).toEqual([]);
  const { rows } = await first().query(
    `SELECT migration_name, length(checksum) AS length, applied_steps_count AS steps
     FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`,
  );
  expect(rows).toEqual([
    { migration_name: "1_first", length: 64, steps: 1 },
    { migration_name: "2_second", length: 64, steps: 1 },
  ]);
});

it("refuses a migration that was changed after it was applied, by name", async () => {
  write("1_first", "CREATE TABLE lamp (id int)");
  await applyMigrations(first(), folder);
  write("1_first", "CREATE TABLE lamp (id bigint)");
  await expect(applyMigrations(first(), folder)).rejects.toThrow("Migration 1_first was changed");
});

it("leaves nothing of a migration that fails, and keeps those before it", async () => {
  write("1_first", "CREATE TABLE lamp (id int)");
  write("2_broken", "CREATE TABLE half (id int); SELECT 1/0");
  await expect(applyMigrations(first(), folder)).rejects.toThrow("Migration 2_broken failed");
  const { rows } = await first().query("SELECT to_regclass('half') AS half");
  expect(rows).toEqual([{ half: null }]);
  write("2_broken", "CREATE TABLE half (id int)");
  expect(await applyMigrations(first(), folder)).toEqual(["2_broken"]);
});

it("lets two processes that start together apply each migration once", async () => {
  write("1_first", "SELECT pg_sleep(0.2); CREATE TABLE lamp (id int)");
  const applied = await Promise.all(clients.map((client) => applyMigrations(client, folder)));
  expect(applied.flat()).toEqual(["1_first"]);
});
