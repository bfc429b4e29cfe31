import pg from "pg";
import type { Log } from "./log.ts";
import { createListeners } from "./wake-listeners.ts";
import type { WakeBus } from "./wake.ts";

const CHANNEL = "palabre_wake";
const RETRY_MS = 500;

/** Wake-ups by LISTEN/NOTIFY, for one machine. */
export function createPostgresWakeBus(url: string, pool: pg.Pool, log: Log): WakeBus {
  const listeners = createListeners();
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on("error", () => undefined);
    next.on("end", () => {
      if (closed || client !== next) return;
      client = undefined;
      later();
    });
    next.on("notification", (message) => {
      if (message.payload) listeners.receive(message.payload);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
      // Whatever was said while nobody listened is made up for by reading everything again.
      listeners.missed();
    } catch {
      await next.end().catch(() => undefined);
      log.warn("wake-ups: waiting for the database");
      later();
    }
  }

  function later(): void {
    if (closed) return;
    retry = setTimeout(() => void listen(), RETRY_MS);
  }

  void listen();

  return {
    publish: async (topic, detail) => {
      await pool.query("SELECT pg_notify($1, $2)", [CHANNEL, listeners.write(topic, detail)]);
    },
    subscribe: listeners.add,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
