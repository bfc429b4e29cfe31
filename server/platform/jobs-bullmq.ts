import { setTimeout as pause } from "node:timers/promises";
import { Queue, Worker } from "bullmq";
import type { Job, Processor, QueueOptions, WorkerOptions } from "bullmq";
import { surviveLoss } from "./database.ts";
import type { Env } from "./env.ts";
import { createPatientBackend } from "./jobs-postgres.ts";
import type { JobHandlers, JobName, JobQueue } from "./jobs.ts";
import type { Log } from "./log.ts";

const QUEUE = "palabre";

// A finished job leaves nothing behind, so that the same key can be added again; state says what
// was done, and sweeps find what was not (workers/schedules.ts).
const JOB_DEFAULTS = {
  attempts: 8,
  backoff: { type: "exponential", delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** A job whose process dies is taken over; it may meet that several times (kill -9 in tests). */
const MAX_STALLED = 50;
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 3_000;

/** BullMQ waits without end for a Redis that was away when we started; whoever adds a job must not. */
const ADD_MS = 2_000;

/** BullMQ on PostgreSQL, or on Redis where REDIS_URL is set. */
export function createJobQueue(env: Env, log: Log): JobQueue {
  const options = { defaultJobOptions: JOB_DEFAULTS } satisfies Partial<QueueOptions>;
  const queue = env.redisUrl
    ? new Queue(QUEUE, { ...options, connection: redisConnection(env.redisUrl, false) })
    : new Queue(
        QUEUE,
        { ...options, connection: { ...poolOf(env), max: 3 } },
        createPatientBackend,
      );
  queue.on("error", (error) => log.warn({ message: error.message }, "job queue"));
  return {
    add: async (name, key, payload) => {
      const late = pause(ADD_MS, undefined, { ref: false }).then(() => {
        throw new Error("The job queue does not answer");
      });
      await Promise.race([queue.add(name, payload, { jobId: `${name}-${key}` }), late]);
    },
    close: () => queue.close(),
  };
}

/** The worker of the job process. Every job name has exactly one handler, or boot fails. */
export function startWorker(
  env: Env,
  log: Log,
  handlers: JobHandlers,
): { close: () => Promise<void> } {
  const processor: Processor = async (job: Job) => {
    const handler = handlers[job.name as JobName];
    if (!handler) throw new Error(`No handler for job ${job.name}`);
    const progress = (fraction: number) => job.updateProgress(Math.round(fraction * 100));
    await (handler as (payload: unknown, tools: { progress: typeof progress }) => Promise<void>)(
      job.data,
      { progress },
    );
  };
  const options = {
    concurrency: 4,
    maxStalledCount: MAX_STALLED,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
  } satisfies Partial<WorkerOptions>;
  const worker = env.redisUrl
    ? new Worker(QUEUE, processor, { ...options, connection: redisConnection(env.redisUrl, true) })
    : new Worker(
        QUEUE,
        processor,
        { ...options, connection: { ...poolOf(env), max: 6 } },
        createPatientBackend,
      );
  worker.on("error", (error) => log.warn({ message: error.message }, "job worker"));
  worker.on("failed", (job, error) =>
    log.error({ job: job?.name, id: job?.id, message: error.message }, "job failed"),
  );
  return { close: () => worker.close() };
}

function poolOf({ databaseUrl }: Env) {
  return { connectionString: databaseUrl, migrate: true, onConnect: surviveLoss };
}

function redisConnection(url: string, blocking: boolean) {
  return {
    url,
    retryStrategy: (times: number) => Math.min(times * 100, 1_000),
    // A worker waits for Redis as long as it takes; whoever adds a job must not.
    maxRetriesPerRequest: blocking ? null : 1,
  };
}
