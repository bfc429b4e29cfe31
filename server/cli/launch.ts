import { createServer } from "node:net";
import { join } from "node:path";
import { PERSONAS } from "../../prisma/seed/personas.ts";
import { EnvError, readSettings, type Settings } from "../platform/env.ts";
import { LockedError, lockData } from "./data-lock.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { step, Stop } from "./steps.mjs";
import { supervise, type Supervised } from "./supervisor.ts";

export type LaunchOptions = {
  root: string;
  dev: boolean;
  /** One process of this kind alone, on the database of DATABASE_URL. */
  only?: string | undefined;
};

const SCRIPTS: Record<string, string> = {
  web: "build/node/server/main.js",
  jobs: "build/node/workers/main.js",
};

/** Starts what Palabre needs, in order, and keeps it running until somebody stops it. */
export async function main(options: LaunchOptions): Promise<void> {
  const settings = settingsOrStop();
  const names = options.only ? [options.only] : Object.keys(SCRIPTS);
  if (names.some((name) => !SCRIPTS[name])) throw new Stop("--only takes web or jobs.");
  if (options.only && !settings.databaseUrl) {
    throw new Stop("DATABASE_URL is needed: a single process works on a database given to it.");
  }
  if (names.includes("web")) await refuseTakenPort(settings);

  const cleanUps: (() => Promise<void> | void)[] = [];
  const stop = once(async (code: number) => {
    process.stdout.write("\nStopping … ");
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
    process.stdout.write("stopped.\n");
    process.exit(code);
  });
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));

  try {
    if (!settings.databaseUrl) cleanUps.push(lockOrStop(settings.dataDir));
    const database = await prepareDatabase(settings, options.root);
    cleanUps.push(database.stop);
    const env = {
      // The launcher speaks to people; the processes only when something is wrong.
      LOG_LEVEL: "warn",
      ...process.env,
      DATABASE_URL: database.url,
      PALABRE_ROOT: options.root,
    };
    const demo = settings.demo ? { PALABRE_DEMO: "1" } : { PALABRE_DEMO: "0" };
    const children = await startChildren(names, options.root, { ...env, ...demo }, (message) => {
      process.stderr.write(`\n${message}\n`);
      void stop(1);
    });
    cleanUps.push(async () => {
      await Promise.all(children.map((child) => child.stop()));
    });
    await step("starting", () => Promise.all(children.map((child) => child.ready)).then(() => ""));
    if (names.includes("web")) welcome(settings);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await stop(1);
  }
}

function startChildren(
  names: readonly string[],
  root: string,
  env: NodeJS.ProcessEnv,
  giveUp: (message: string) => void,
): Promise<Supervised[]> {
  return Promise.resolve(
    names.map((name) => supervise(name, join(root, SCRIPTS[name] ?? ""), env, giveUp)),
  );
}

function settingsOrStop(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof EnvError) throw new Stop(`A setting cannot be used:\n${error.message}`);
    throw error;
  }
}

function lockOrStop(dataDir: string): () => void {
  try {
    return lockData(dataDir);
  } catch (error) {
    if (error instanceof LockedError) throw new Stop(error.message);
    throw error;
  }
}

function refuseTakenPort({ host, port }: Settings): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is taken by another program" : "cannot be used";
      taken(new Stop(`Port ${port} ${why}. Choose another one: PORT=${port + 1} npm start`));
    });
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

function welcome(settings: Settings): void {
  const lines = ["", `Palabre is at ${settings.publicUrl}`];
  if (settings.demo) {
    const width = Math.max(...PERSONAS.map((persona) => persona.name.length));
    lines.push(
      "",
      "The demo people (one click each on the sign-in page):",
      ...PERSONAS.map(
        ({ name, language, roles }) =>
          `  ${name.padEnd(width)}  ${language}  ${roles.length > 0 ? roles.join(", ") : "member"}`,
      ),
      "",
      `Their mails: ${settings.publicUrl}/dev/mails`,
    );
  }
  process.stdout.write(`${lines.join("\n")}\n\nCtrl-C stops everything.\n`);
}

function once<A extends unknown[]>(work: (...args: A) => Promise<void>) {
  let running: Promise<void> | undefined;
  return (...args: A): Promise<void> => (running ??= work(...args));
}
