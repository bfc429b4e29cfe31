import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { TEST_KEY } from "./env.ts";

const START_TIMEOUT_MS = 30_000;

export type ServerProcess = {
  url: string;
  pid: number;
  /** SIGKILL: no goodbye. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

export type ProcessOptions = {
  databaseUrl: string;
  port?: number;
  env?: Record<string, string>;
  /** A file for what the process logs, instead of the test's own output. */
  logTo?: string;
};

/** The real web process, as built, on a port of its own. */
export async function startWeb(options: ProcessOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const child = start("build/node/server/main.js", { ...options, port });
  const url = `http://127.0.0.1:${port}`;
  await ready(child);
  return handle(child, url);
}

/** The real job process. */
export async function startJobs(options: ProcessOptions): Promise<ServerProcess> {
  const child = start("build/node/workers/main.js", options);
  await ready(child);
  return handle(child, "");
}

function start(script: string, options: ProcessOptions): ChildProcess {
  const output = options.logTo ? openSync(options.logTo, "a") : "inherit";
  return spawn(process.execPath, [script], {
    stdio: ["ignore", output, output, "ipc"],
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      DATABASE_URL: options.databaseUrl,
      PALABRE_DEMO: "1",
      PALABRE_KEY: TEST_KEY,
      ...(options.port ? { PORT: String(options.port), HOST: "127.0.0.1" } : {}),
      ...options.env,
    },
  });
}

async function ready(child: ChildProcess): Promise<void> {
  const message = once(child, "message").then(() => "ready" as const);
  const ended = once(child, "exit").then(() => "ended" as const);
  const outcome = await Promise.race([message, ended, pause(START_TIMEOUT_MS, "late" as const)]);
  if (outcome === "ready") return;
  child.kill("SIGKILL");
  throw new Error(`The process did not start (${outcome})`);
}

function handle(child: ChildProcess, url: string): ServerProcess {
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  };
  return {
    url,
    pid: child.pid ?? 0,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
