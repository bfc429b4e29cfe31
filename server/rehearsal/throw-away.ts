import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "../platform/migrations.ts";

const PREFIX = "palabre_rehearsal_";

export type ThrowAway = { url: string; name: string; drop: () => Promise<void> };

/** A migrated database beside the one at `url`, on the same server, for the length of a rehearsal. */
export async function createThrowAway(url: string, root: string): Promise<ThrowAway> {
  const name = PREFIX + randomUUID().replaceAll("-", "");
  await asOwner(url, (client) => client.query(`CREATE DATABASE ${name}`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  const drop = () => dropDatabase(url, name);
  try {
    await asOwner(own.href, (client) => applyMigrations(client, join(root, "prisma/migrations")));
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: own.href, name, drop };
}

/** What a rehearsal left behind whose process was killed. `name` comes from our own table. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  if (!name.startsWith(PREFIX) || !/^\w+$/.test(name))
    throw new Error("not a rehearsal's database");
  await asOwner(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // The connection that is cut off by the drop has nothing left to say.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
