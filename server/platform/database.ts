import { PrismaPg } from "@prisma/adapter-pg";
import { createHash } from "node:crypto";
import pg from "pg";
import { PrismaClient } from "../../prisma/client/client.ts";
import type { Log } from "./log.ts";

export type Database = { db: PrismaClient; pool: pg.Pool; close: () => Promise<void> };

/**
 * For `onConnect` of every pool. A client may pass from one borrower to the next while bytes of a
 * dying server are still being read: an error that nobody listens for then would end the process.
 */
export function surviveLoss(client: pg.ClientBase): void {
  client.on("error", () => undefined);
}

/** One pool a process, shared by Prisma and by bare pg. `connections` is the pool's size. */
export function connectDatabase(url: string, log: Log, connections = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A query that takes longer has lost its reader; imports and seeds use their own connections.
    statement_timeout: 30_000,
    onConnect: surviveLoss,
  });
  // An idle connection that PostgreSQL drops is replaced at the next query.
  pool.on("error", (error) => log.warn({ code: codeOf(error) }, "database connection lost"));
  const adapter = new PrismaPg(pool, {
    onPoolError: () => undefined,
    onConnectionError: () => undefined,
    statementNameGenerator: ({ sql }) => createHash("sha1").update(sql).digest("hex"),
  });
  const db = new PrismaClient({ adapter });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** How `pg` says that a connection broke: without a code. */
const LOST_CONNECTION = /connection (terminated|ended|error)|timeout exceeded|not queryable/i;

/** SQLSTATE classes and codes after which the same transaction may simply be tried again. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === "40001" || // serialization failure
    code === "40P01" || // deadlock
    code.startsWith("08") || // connection
    code.startsWith("57P") || // shutdown, crash, not yet accepting
    code.startsWith("P10") || // Prisma: the server cannot be reached
    ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code) ||
    (error instanceof Error && LOST_CONNECTION.test(error.message))
  );
}

export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "23505";
}

/**
 * Lends one connection of the pool. Without a listener one that is lost between, or even during,
 * two queries would end the process.
 */
export async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const onError = (error: Error) => (lost = error);
  client.on("error", onError);
  try {
    return await work(client);
  } finally {
    client.off("error", onError);
    client.release(lost);
  }
}

/** Runs `work` in one transaction of a pooled connection; rolls back and rethrows on error. */
export function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return withConnection(pool, async (client) => {
    try {
      await client.query("BEGIN");
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      // A connection that cannot even do this one goes; its transaction ended with it.
      await client.query("ROLLBACK").catch((failure: Error) => client.emit("error", failure));
      throw error;
    }
  });
}
