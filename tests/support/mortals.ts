import pg from "pg";
import type { seededRandom } from "./fixed.ts";
import { startOwnPostgres } from "./own-postgres.ts";
import { freePort, startJobs, startWeb } from "./server-process.ts";

export type Mortal = "web" | "postgres" | "jobs";

/** A whole installation, each part of which may die at any moment and comes back. */
export type Mortals = {
  databaseUrl: string;
  url: string;
  pool: pg.Pool;
  /** How often each died so far. */
  deaths: Record<Mortal, number>;
  /** SIGKILL, then a new start; resolves once it serves again. */
  kill: (mortal: Mortal) => Promise<void>;
  stop: () => Promise<void>;
};

export async function startMortals(): Promise<Mortals> {
  const postgres = await startOwnPostgres();
  const databaseUrl = postgres.url;
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on("error", () => undefined);
  const port = await freePort();
  // Connections that break are what is tested: they are no news.
  const options = { databaseUrl, env: { LOG_LEVEL: "fatal" } };
  let web = await startWeb({ ...options, port });
  let jobs = await startJobs(options);
  const deaths = { web: 0, postgres: 0, jobs: 0 };

  const rise: Record<Mortal, () => Promise<void>> = {
    web: async () => {
      await web.kill();
      web = await startWeb({ ...options, port });
    },
    jobs: async () => {
      await jobs.kill();
      jobs = await startJobs(options);
    },
    postgres: async () => {
      await postgres.kill();
      await postgres.start();
    },
  };
  return {
    databaseUrl,
    url: web.url,
    pool,
    deaths,
    kill: (mortal) => {
      deaths[mortal] += 1;
      return rise[mortal]();
    },
    stop: async () => {
      await Promise.all([web.stop(), jobs.stop()]);
      await pool.end();
      await postgres.stop();
    },
  };
}

type Act = () => Promise<unknown>;

/**
 * Has people act in as many groups as there are victims, each group just before its victim is
 * killed: every death comes in the midst of acts. Resolves when everybody is done.
 */
export async function actUnderFire(
  mortals: Mortals,
  random: ReturnType<typeof seededRandom>,
  acts: readonly Act[],
  victims: readonly Mortal[],
): Promise<void> {
  const size = Math.ceil(acts.length / victims.length);
  const acting: Promise<unknown>[] = [];
  for (const [at, victim] of victims.entries()) {
    acting.push(...acts.slice(at * size, (at + 1) * size).map((act) => act()));
    // From before the requests arrive until after most are answered.
    await new Promise((resolve) => setTimeout(resolve, random.below(120)));
    await mortals.kill(victim);
  }
  await Promise.all(acting);
}
