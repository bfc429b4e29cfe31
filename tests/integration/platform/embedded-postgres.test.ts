import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../../../server/platform/embedded-postgres.ts";

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];
/** One cluster serves most of these tests: making one takes seconds. */
const shared = newFolder();

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "palabre-embedded-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  running.push(postgres);
  if (postgres.elsewhere && !folders.includes(postgres.elsewhere)) folders.push(postgres.elsewhere);
  return postgres;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows[0];
}

/** Beside the rest of the data, or elsewhere when this very checkout is out of PostgreSQL's reach. */
function homeOf({ elsewhere }: EmbeddedPostgres): string {
  return elsewhere ?? join(shared, "postgres");
}

function postmaster(postgres: EmbeddedPostgres): number {
  const file = join(homeOf(postgres), "data/postmaster.pid");
  return Number(readFileSync(file, "utf8").split("\n")[0]);
}

it("keeps its data, its port and its password over a restart, durable and on loopback", async () => {
  const before = await start(shared);
  await ask(before.url, "CREATE TABLE lamp AS SELECT 7 AS id");
  expect(
    await ask(
      before.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
         current_setting('listen_addresses') AS listen, current_setting('server_version_num')::int / 10000 AS version`,
    ),
  ).toEqual({ fsync: "on", commit: "on", listen: "127.0.0.1", version: 18 });
  expect(statSync(join(homeOf(before), "password")).mode & 0o777).toBe(0o600);
  await before.stop();

  const after = await start(shared);
  expect(after.url).toBe(before.url);
  expect(await ask(after.url, "SELECT id FROM lamp")).toEqual({ id: 7 });
});

it("asks for the password", async () => {
  const { url } = await start(shared);
  const wrong = new URL(url);
  wrong.password = "guessed";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});

it("comes back by itself when it is killed", async () => {
  const postgres = await start(shared);
  const killed = postmaster(postgres);
  process.kill(killed, "SIGKILL");
  let answer: unknown;
  for (let wait = 0; !answer && wait < 100; wait += 1) {
    await pause(100);
    answer = await ask(postgres.url, "SELECT 1 AS alive").catch(() => undefined);
  }
  expect(answer).toEqual({ alive: 1 });
  expect(postmaster(postgres)).not.toBe(killed);
});

it("stops a server that outlived its launcher, and trusts no number left by one", async () => {
  const orphan = await startEmbeddedPostgres({ dataDir: shared, restart: false });
  const pid = postmaster(orphan);
  const next = await start(shared);
  expect(next.url).toBe(orphan.url);
  expect(postmaster(next)).not.toBe(pid);
});

const asRoot = describe.runIf(process.getuid?.() === 0);

asRoot("as root", () => {
  it("runs as another user", async () => {
    const pid = postmaster(await start(shared));
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  });

  it("lives elsewhere where that user cannot, finds its data again and starts empty after a clean-out", async () => {
    const folder = newFolder();
    chmodSync(folder, 0o700);
    const data = join(folder, "inside");
    mkdirSync(data);
    const before = await start(data);
    const home = before.elsewhere ?? "";
    expect(home).not.toBe("");
    await ask(before.url, "CREATE TABLE lamp (id int)");
    await before.stop();

    // Even when the folder has become readable meanwhile.
    chmodSync(folder, 0o755);
    const again = await start(data);
    expect(again.elsewhere).toBe(home);
    expect(await ask(again.url, "SELECT to_regclass('lamp')::text AS lamp")).toEqual({
      lamp: "lamp",
    });
    await again.stop();

    chmodSync(folder, 0o700);
    rmSync(data, { recursive: true });
    const fresh = await start(data);
    expect(fresh.elsewhere).not.toBe(home);
    expect(await ask(fresh.url, "SELECT to_regclass('lamp')::text AS lamp")).toEqual({
      lamp: null,
    });
  });
});
