import { Redis } from "ioredis";
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Platform } from "../platform/platform.ts";
import { sha256 } from "./hashes.ts";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Points within seconds. */
const LIMITS = {
  // A room of a thousand people behind one address: three requests each within ten minutes.
  network: { points: 3_000, duration: 10 * MINUTE },
  // Wrong guesses from one network, whatever they guess at. With six digits and five attempts a
  // code, a whole day of them opens a given door once in a thousand days.
  "network-wrong": { points: 1_000, duration: DAY },
  // Codes sent to one address: enough for somebody impatient, too few to fill a mailbox.
  address: { points: 6, duration: 15 * MINUTE },
  "address-day": { points: 30, duration: DAY },
  password: { points: 10, duration: 15 * MINUTE },
  "password-day": { points: 60, duration: DAY },
  // Guesses at a room's six digits with one pass: of twelve good ones at most, once in 2,000 days.
  pass: { points: 8, duration: 15 * MINUTE },
  "pass-day": { points: 40, duration: DAY },
} as const;
export type Limit = keyof typeof LIMITS;

export type RateLimits = {
  /** Counts one request; false when there were too many. */
  take: (limit: Limit, subject: string) => Promise<boolean>;
  /** Gives one back: it turned out not to be a wrong guess. */
  giveBack: (limit: Limit, subject: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Counters shared by all web processes: in Redis where there is one, else in PostgreSQL. */
export function createRateLimits({ pool, env }: Pick<Platform, "pool" | "env">): RateLimits {
  const redis = env.redisUrl
    ? new Redis(env.redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1 })
    : undefined;
  redis?.on("error", () => undefined);

  function limiter(limit: Limit) {
    const options = { ...LIMITS[limit], keyPrefix: limit };
    // Redis away: each process counts for itself meanwhile.
    const insuranceLimiter = new RateLimiterMemory(options);
    return redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter })
      : new RateLimiterPostgres({
          ...options,
          storeClient: pool,
          storeType: "pool",
          tableName: "rate_limit",
          tableCreated: true,
          clearExpiredByTimeout: true,
          insuranceLimiter,
        });
  }
  const limiters = Object.fromEntries(
    Object.keys(LIMITS).map((limit) => [limit, limiter(limit as Limit)]),
  ) as Record<Limit, ReturnType<typeof limiter>>;

  return {
    take: async (limit, subject) => {
      try {
        await limiters[limit].consume(sha256(subject));
        return true;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
    },
    giveBack: async (limit, subject) => {
      await limiters[limit].reward(sha256(subject));
    },
    close: async () => {
      redis?.disconnect();
      await Promise.resolve();
    },
  };
}

/** One household or hall: an IPv4 address, or the /64 that an IPv6 address lies in. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped ?? !ip.includes(":")) return mapped ?? ip;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: 8 - groups.length - after.length }, () => "0");
  return [...groups, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(":");
}
