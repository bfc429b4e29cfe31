import type { JobName, JobPayloads } from "./jobs.ts";
import type { WakeDetail } from "./wake.ts";

/** What leaves the database after COMMIT. */
export type OutboxEvent =
  | { [N in JobName]: { topic: "job"; name: N; key: string; payload: JobPayloads[N] } }[JobName]
  | ({ topic: "room" } & WakeDetail)
  | ({ topic: "person" } & WakeDetail);

/** Anything that can run one INSERT: a Prisma transaction or a pg client inside one. */
export type OutboxWriter =
  | { $executeRawUnsafe: (sql: string, ...values: unknown[]) => Promise<number> }
  | { query: (sql: string, values: unknown[]) => Promise<unknown> };

export type Outbox = {
  /** Call inside the transaction that changes the state. */
  write: (transaction: OutboxWriter, events: OutboxEvent[]) => Promise<void>;
  /** Call after COMMIT: dispatches what waits, without holding the caller up. */
  kick: () => void;
  /** Dispatches everything that waits; used by the sweep and by tests. */
  drain: () => Promise<number>;
  close: () => Promise<void>;
};
