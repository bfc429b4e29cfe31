import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERSONAS } from "../../prisma/seed/personas.ts";
import { freePort } from "../support/server-process.ts";

const START_MS = 180_000;
const LAUNCHER = ["server/cli/start.mjs"];

type Launched = { child: ChildProcess; output: () => string };

let dataDir: string;
let port: number;
let launched: Launched[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "palabre-launcher-"));
  chmodSync(dataDir, 0o755);
  port = await freePort();
});

afterAll(async () => {
  await endAll();
  const elsewhere = databaseHome();
  for (const folder of [elsewhere, dataDir]) rmSync(folder, { recursive: true, force: true });
});

/** Under the data folder, or where that folder says when PostgreSQL cannot reach this checkout. */
function databaseHome(): string {
  const note = join(dataDir, "postgres/home");
  return existsSync(note) ? readFileSync(note, "utf8").trim() : join(dataDir, "postgres");
}

/** Settings of this test and nothing that the machine may have set. */
function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "" } = process.env;
  return {
    ...{ PATH, HOME, NODE_ENV: "production", PORT: String(port), PALABRE_DATA: dataDir },
    ...more,
  };
}

function launch(env: Record<string, string> = {}): Launched {
  const child = spawn(process.execPath, LAUNCHER, {
    env: environment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (data: Buffer) => (text += data.toString()));
  child.stderr.on("data", (data: Buffer) => (text += data.toString()));
  const result = { child, output: () => text };
  launched.push(result);
  return result;
}

/** What the launcher says when it refuses to start. */
function refusal(env: Record<string, string>, args: string[] = []): string {
  const { status, stderr, stdout } = spawnSync(process.execPath, [...LAUNCHER, ...args], {
    env: environment(env),
    encoding: "utf8",
    timeout: START_MS,
  });
  expect(status).toBe(1);
  expect(stderr + stdout).not.toMatch(/ at .*\.m?js:\d+/);
  return stderr;
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGINT"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

async function endAll(): Promise<void> {
  await Promise.all(launched.map(({ child }) => end(child)));
  launched = [];
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await pause(100)) {
    if (await condition()) return;
  }
  throw new Error(`waited in vain: ${what}`);
}

async function started(palabre: Launched): Promise<void> {
  await until(() => palabre.output().includes("Ctrl-C stops everything"), palabre.output());
}

function answers(path = "/readyz"): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}${path}`).then(
    (response) => response.ok,
    () => false,
  );
}

/** The launcher's child that runs this script or program. */
function childOf(palabre: Launched, program: string): number {
  const { stdout } = spawnSync("pgrep", ["-P", String(palabre.child.pid), "-f", program], {
    encoding: "utf8",
  });
  return Number(stdout.trim());
}

/** A process that ended and that nobody has buried yet is not alive. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.startsWith("Z");
}

it("makes the demo, says where it is and who is in it, and stops whole", async () => {
  const palabre = launch();
  await started(palabre);
  expect(palabre.output()).toContain(`Palabre is at http://localhost:${port}`);
  for (const { name } of PERSONAS) expect(palabre.output()).toContain(name);
  expect(await answers("/healthz")).toBe(true);
  expect(await answers()).toBe(true);
  const children = ["server/main.js", "workers/main.js", "bin/postgres"].map((program) =>
    childOf(palabre, program),
  );
  expect(children.every((pid) => pid > 0)).toBe(true);

  await end(palabre.child);
  expect(palabre.child.exitCode).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
});

describe("started again", () => {
  let palabre: Launched;

  beforeAll(async () => {
    await endAll();
    // As a kill -9 would leave it: a number that is somebody else's by now.
    writeFileSync(join(dataDir, "palabre.lock"), `${process.pid} another-boot:1`);
    palabre = launch();
    await started(palabre);
  });

  it("makes nothing again, and took over a lock that was left", async () => {
    expect(palabre.output()).not.toMatch(/installing|building|making/);
    const data = refusal({ PORT: String(await freePort()) });
    expect(data).toContain(`Palabre is already running on ${dataDir}`);
    const taken = refusal({ PALABRE_DATA: join(dataDir, "other") });
    expect(taken).toContain(`Port ${port} is taken`);
    expect(taken).toContain("PORT=");
  });

  it("gives the first organiser their place beside it", () => {
    const create = ["--admin", "--", "create-organiser", "--email", "ada@coop.example"];
    const { status, stdout } = spawnSync(
      process.execPath,
      [...LAUNCHER, ...create, "--name", "Ada Vermeersch", "--language", "nl"],
      { env: environment(), encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect(stdout).toContain("Ada Vermeersch is organiser and keeper of the register.");
    expect(refusal({}, create)).toContain("--name is needed");
  });

  it("starts what dies again: the web process, the job process and PostgreSQL", async () => {
    for (const program of ["server/main.js", "workers/main.js", "bin/postgres"]) {
      const killed = childOf(palabre, program);
      process.kill(killed, "SIGKILL");
      await until(() => {
        const next = childOf(palabre, program);
        return next > 0 && next !== killed;
      }, `${program} again`);
      await until(() => answers(), `ready after ${program}`);
    }
    expect(palabre.output()).toContain("The web process ended (SIGKILL); it is started again.");
    expect(palabre.output()).toContain("PostgreSQL ended; it is started again.");
  });

  it("leaves no database behind when it is killed: the next start stops the orphans'", async () => {
    const postgres = childOf(palabre, "bin/postgres");
    await end(palabre.child, "SIGKILL");
    const second = launch();
    // The web process that lost its launcher frees the port first.
    await until(() => second.output().length > 20, "some output");
    if (second.output().includes("is taken")) {
      await until(async () => !(await answers("/healthz")), "the port freed");
      await started(launch());
    } else await started(second);
    expect(isAlive(postgres)).toBe(false);
  });

  afterAll(endAll);
});

it.each([
  ["PORT", "http"],
  ["DATABASE_URL", "mysql://db"],
  ["REDIS_URL", "somewhere"],
  ["SMTP_URL", "post"],
])("refuses a wrong %s by name before anything starts", (variable, value) => {
  expect(refusal({ [variable]: value })).toContain(`${variable} must be`);
});

it("says when a port is taken by another program", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  expect(refusal({})).toContain(`Port ${port} is taken by another program`);
  other.close();
  await once(other, "close");
});

it("keeps the database's password to itself", () => {
  const password = readFileSync(join(databaseHome(), "password"), "utf8");
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  expect(password.length).toBeGreaterThan(30);
  expect(stdout).not.toContain(password);
});
