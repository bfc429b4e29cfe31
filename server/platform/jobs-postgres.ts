import { setTimeout as pause } from "node:timers/promises";
import { type createPostgresBackend, PostgresConnection, PostgresQueueBackend } from "bullmq";

const RETRY_MS = 250;

/**
 * BullMQ remembers its first attempt to reach PostgreSQL for ever, even one that failed: a process
 * that starts while the database restarts would never do a job, and its worker would ask again and
 * again without ever giving way to anything else in the process. Here it is tried until it succeeds.
 */
class PatientConnection extends PostgresConnection {
  private reached: Promise<void> | undefined;

  override waitUntilReady(): Promise<void> {
    this.reached ??= this.reach();
    return this.reached;
  }

  private async reach(): Promise<void> {
    while (!this.isClosing) {
      try {
        await super.waitUntilReady();
        return;
      } catch {
        this["readyPromise"] = undefined;
        await pause(RETRY_MS);
      }
    }
  }
}

/** As BullMQ's own for PostgreSQL, over such a connection. */
export const createPatientBackend: typeof createPostgresBackend = (name, options, made = {}) => {
  const connection = new PatientConnection(options.connection);
  // A worker's connection bears the queue's name in the list of those of the database.
  const listens = made.withBlockingConnection ? name : undefined;
  return new PostgresQueueBackend(connection, name, options, true, listens);
};
