import { createServer } from "node:net";
import { join } from "node:path";
import type { Settings } from "../platform/env.ts";
import { LockedError, lockData } from "./data-lock.ts";
import { migrate, seedIfEmpty, startOwnDatabase } from "./prepare-database.ts";
import { settingsOrStop } from "./settings.ts";
import { step, Stop } from "./steps.mjs";
import { supervise, type Supervised } from "./supervisor.ts";
import { welcome } from "./welcome.ts";

export type LaunchOptions = {
  root: string;
  /** One process of this kind alone, on the database of DATABASE_URL. */
  only?: string | undefined;
  /** Calls back whenever the processes were built again, for people working on the code. */
  watch?: ((changed: () => void) => Promise<void>) | undefined;
};

const SCRIPTS: Record<string, string> = {
  web: "build/node/server/main.js",
  jobs: "build/node/workers/main.js",
};

/** What has to end when Palabre ends, the last one started first. */
type CleanUps = (() => Promise<void> | void)[];

/** Starts what Palabre needs, in order, and keeps it running until somebody stops it. */
export async function main(options: LaunchOptions): Promise<void> {
  const settings = settingsOrStop();
  const names = processNames(options, settings);
  if (names.includes("web")) await refuseTakenPort(settings);

  const cleanUps: CleanUps = settings.databaseUrl ? [] : [lockOrStop(settings.dataDir)];
  const stop = stopper(cleanUps);
  try {
    const url = settings.databaseUrl ?? (await startDatabase(settings, cleanUps));
    await migrate(url, options.root);
    if (settings.demo) await seedIfEmpty(url);
    const children = startChildren(
      names,
      options.root,
      childEnv(settings, url, options.root),
      stop,
    );
    cleanUps.push(() => Promise.all(children.map((child) => child.stop())).then(() => undefined));
    await step("starting", () => Promise.all(children.map((child) => child.ready)));
    await options.watch?.(() => children.forEach((child) => child.renew()));
    if (names.includes("web")) welcome(settings);
  } catch (error) {
    await stop(1, error instanceof Error ? error.message : String(error));
  }
}

function processNames({ only }: LaunchOptions, { databaseUrl }: Settings): string[] {
  if (!only) return Object.keys(SCRIPTS);
  if (!SCRIPTS[only]) throw new Stop("--only takes web or jobs.");
  if (!databaseUrl) {
    throw new Stop("DATABASE_URL is needed: a single process works on a database given to it.");
  }
  return [only];
}

/** Ends everything once, however often and by whomever it is asked. */
function stopper(cleanUps: CleanUps): (code: number, why?: string) => Promise<void> {
  let stopping: Promise<void> | undefined;
  const end = async (code: number, why?: string) => {
    if (why) process.stderr.write(`\n${why}\n`);
    process.stdout.write("\nStopping … ");
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
    process.stdout.write("stopped.\n");
    process.exit(code);
  };
  const stop = (code: number, why?: string) => (stopping ??= end(code, why));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void stop(0));
  }
  return stop;
}

function lockOrStop(dataDir: string): () => void {
  try {
    return lockData(dataDir);
  } catch (error) {
    if (error instanceof LockedError) throw new Stop(error.message);
    throw error;
  }
}

async function startDatabase(settings: Settings, cleanUps: CleanUps): Promise<string> {
  const starting = startOwnDatabase(settings);
  // Before it is there: Ctrl-C may come while it starts.
  cleanUps.push(() =>
    starting.then(
      (database) => database.stop(),
      () => undefined,
    ),
  );
  return (await starting).url;
}

function childEnv(settings: Settings, databaseUrl: string, root: string): NodeJS.ProcessEnv {
  return {
    // The launcher speaks to people; the processes only when something is wrong.
    LOG_LEVEL: "warn",
    ...process.env,
    DATABASE_URL: databaseUrl,
    PALABRE_ROOT: root,
    // Said outright: the processes see a DATABASE_URL and would take it for a given one.
    PALABRE_DEMO: settings.demo ? "1" : "0",
  };
}

function startChildren(
  names: readonly string[],
  root: string,
  env: NodeJS.ProcessEnv,
  stop: (code: number, why: string) => Promise<void>,
): Supervised[] {
  return names.map((name) =>
    supervise(name, join(root, SCRIPTS[name] ?? ""), env, (why) => void stop(1, why)),
  );
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
