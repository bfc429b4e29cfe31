import { spawn } from "node:child_process";
import { join } from "node:path";
import type { PostgresHome } from "./postgres-home.ts";

export type Program = {
  ended: Promise<number | null>;
  readonly over: boolean;
  /** The last lines it wrote. */
  output: () => string;
  end: (signal: NodeJS.Signals) => Promise<void>;
};

const KEPT_LINES = 40;
// Nothing else of ours: PG* settings would change what it does, and secrets are not its business.
const ENVIRONMENT: Record<string, string> = {
  PATH: process.env["PATH"] ?? "",
  LC_ALL: "C",
  TZ: "UTC",
};

/**
 * Starts one of PostgreSQL's programs as its user. In a process group of its own: Ctrl-C in the
 * terminal must reach it last, through the launcher.
 */
export function startProgram(home: PostgresHome, name: string, args: string[]): Program {
  const child = spawn(join(home.bin, name), args, {
    ...home.user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: ENVIRONMENT as NodeJS.ProcessEnv,
  });
  let lines: string[] = [];
  const keep = (data: Buffer) => {
    lines = [...lines, ...data.toString().split("\n")].slice(-KEPT_LINES);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let over = false;
  const ended = new Promise<number | null>((done) => {
    child.on("error", (error) => {
      lines.push(error.message);
      over = true;
      done(null);
    });
    child.on("exit", (code) => {
      over = true;
      done(code);
    });
  });
  return {
    ended,
    get over() {
      return over;
    },
    output: () => lines.join("\n").trim(),
    end: async (signal) => {
      if (over || !child.pid) return;
      // A killed server leaves children behind that hold the data: they are in its group.
      process.kill(signal === "SIGKILL" ? -child.pid : child.pid, signal);
      await ended;
    },
  };
}

/** Runs a program to its end; throws with its output when it fails. */
export async function runProgram(home: PostgresHome, name: string, args: string[]): Promise<void> {
  const program = startProgram(home, name, args);
  const code = await program.ended;
  if (code !== 0) throw new Error(`${name} failed:\n${program.output()}`);
}
