import { connectDatabase } from "../../server/platform/database.ts";
import { createLog } from "../../server/platform/log.ts";
import { createOutbox } from "../../server/platform/outbox-dispatcher.ts";
import type { Platform } from "../../server/platform/platform.ts";
import { systemRandom } from "../../server/platform/random.ts";
import type { WakeDetail } from "../../server/platform/wake.ts";
import { ToldViews } from "../../server/realtime/told-views.ts";
import { testEnv } from "./env.ts";

export type TestPlatform = {
  platform: Platform;
  /** What was announced, in order. */
  said: WakeDetail[];
  close: () => Promise<void>;
};

/** One process's platform, on a real database, with a clock to set and announcements to read. */
export function createTestPlatform(databaseUrl: string, now?: () => Date): TestPlatform {
  const env = testEnv(databaseUrl);
  const log = createLog(env);
  const { db, pool, close } = connectDatabase(databaseUrl, log);
  const said: WakeDetail[] = [];
  const wake = {
    publish: (_topic: string, detail: WakeDetail) => {
      said.push(detail);
      return Promise.resolve();
    },
    subscribe: () => () => undefined,
    close: () => Promise.resolve(),
  };
  const told = new ToldViews();
  const jobs = { add: () => Promise.resolve(), close: () => Promise.resolve() };
  const outbox = createOutbox(pool, jobs, wake, log);
  const clock = { now: now ?? (() => new Date()) };
  return {
    platform: { env, log, clock, random: systemRandom, db, pool, wake, told, jobs, outbox },
    said,
    close: async () => {
      await outbox.close();
      await close();
    },
  };
}
