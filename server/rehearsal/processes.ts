import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const START_TIMEOUT_MS = 60_000;
const SCRIPTS = { web: "build/node/server/main.js", jobs: "build/node/workers/main.js" };

export type ServerProcess = {
  url: string;
  pid: number;
  /** False once it ended, whoever ended it. */
  lives: () => boolean;
  /** SIGKILL: no goodbye. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

export type ProcessOptions = {
  databaseUrl: string;
  port?: number;
  /** What runs instead of the built process of this kind. */
  script?: string;
  /** All that it is told of the world, besides: nothing is inherited but PATH. */
  env: Record<string, string>;
  /** A file for what the process logs, instead of the output of this one. */
  logTo?: string;
};

/** The real web or job process, as built; the web process on a port of its own on loopback. */
export async function startProcess(
  kind: keyof typeof SCRIPTS,
  options: ProcessOptions,
): Promise<ServerProcess> {
  const port = kind === "web" ? (options.port ?? (await freePort())) : undefined;
  const root = process.env["PALABRE_ROOT"] ?? process.cwd();
  const output = options.logTo ? openSync(options.logTo, "a") : "inherit";
  const child = spawn(process.execPath, [options.script ?? join(root, SCRIPTS[kind])], {
    cwd: root,
    stdio: ["ignore", output, output, "ipc"],
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      PALABRE_ROOT: root,
      DATABASE_URL: options.databaseUrl,
      ...(port ? { PORT: String(port), HOST: "127.0.0.1" } : {}),
      ...options.env,
    },
  });
  await ready(child);
  return handle(child, port ? `http://127.0.0.1:${port}` : "");
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
  const lives = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (!lives()) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  };
  return {
    url,
    pid: child.pid ?? 0,
    lives,
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
