import type { Pool } from "pg";
import type { PrismaClient } from "../../prisma/client/client.ts";
import type { ToldViews } from "../realtime/told-views.ts";
import type { Clock } from "./clock.ts";
import type { Env } from "./env.ts";
import type { JobQueue } from "./jobs.ts";
import type { Log } from "./log.ts";
import type { Outbox } from "./outbox.ts";
import type { Random } from "./random.ts";
import type { WakeBus } from "./wake.ts";

/** What every feature builds on. Made once in server/container.ts, replaced piecewise in tests. */
export type Platform = {
  env: Env;
  log: Log;
  clock: Clock;
  random: Random;
  /** Prisma, for everything but the hot paths. */
  db: PrismaClient;
  /** Bare pg, for batches, locks and COPY. */
  pool: Pool;
  wake: WakeBus;
  /** What full rooms of this process were told last. */
  told: ToldViews;
  jobs: JobQueue;
  outbox: Outbox;
};
