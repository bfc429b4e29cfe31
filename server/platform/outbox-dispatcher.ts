import type { Pool, PoolClient } from "pg";
import { commandReceiptOf } from "./command-context.ts";
import { inTransaction } from "./database.ts";
import type { JobQueue } from "./jobs.ts";
import type { Log } from "./log.ts";
import type { Outbox, OutboxEvent, OutboxWriter } from "./outbox.ts";
import type { WakeBus } from "./wake.ts";

const BATCH = 100;
const SWEEP_MS = 1_000;

type Row = { id: string; payload: OutboxEvent };

/**
 * Writes events inside transactions and dispatches them after COMMIT. Every process sweeps, so an
 * event whose writer died is dispatched by another within a second or so. Delivery is at least
 * once: jobs have unique keys and wake-ups carry no state.
 */
export function createOutbox(pool: Pool, jobs: JobQueue, wake: WakeBus, log: Log): Outbox {
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;

  async function dispatchAll(): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await dispatchBatch(pool, jobs, wake, log);
      total += count;
      if (count < BATCH) return total;
    }
  }

  function kick(): void {
    again = true;
    if (closed) return;
    running ??= (async () => {
      while (again && !closed) {
        again = false;
        await dispatchAll().catch((error: Error) =>
          log.warn({ message: error.message }, "outbox waits"),
        );
      }
    })().finally(() => (running = undefined));
  }

  const sweep = setInterval(kick, SWEEP_MS);

  return {
    write,
    kick,
    drain: async () => {
      await running;
      return dispatchAll();
    },
    close: async () => {
      closed = true;
      clearInterval(sweep);
      await running;
    },
  };
}

/**
 * One batch. An event that cannot leave (Redis is away) stays and does not hold up the others.
 * Wake-ups go out after COMMIT: whoever they wake must find the raised numbers.
 */
async function dispatchBatch(pool: Pool, jobs: JobQueue, wake: WakeBus, log: Log): Promise<number> {
  const sent = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT id, payload FROM outbox_event WHERE dispatched_at IS NULL
       ORDER BY topic = 'job', id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    const leaving: Row[] = [];
    for (const row of rows) {
      if (await leaves(row.payload, client, jobs)) leaving.push(row);
      else {
        log.warn({ event: row.id }, "jobs wait in the outbox");
        // Jobs come last: each of them would wait as long, and the wake-ups with them.
        break;
      }
    }
    if (leaving.length > 0) {
      await client.query("UPDATE outbox_event SET dispatched_at = now() WHERE id = ANY($1)", [
        leaving.map((row) => row.id),
      ]);
    }
    return leaving;
  });
  for (const { payload } of sent) {
    if (payload.topic === "job") continue;
    const { topic, ...detail } = payload;
    await wake.publish(topic, detail);
  }
  return sent.length;
}

/** Does what must be done before the event counts as dispatched; false where it has to wait. */
async function leaves(event: OutboxEvent, client: PoolClient, jobs: JobQueue): Promise<boolean> {
  if (event.topic === "room" && event.room && event.persons?.length) {
    await bumpPersonalRooms(client, event.room, event.persons);
  }
  if (event.topic !== "job") return true;
  return jobs.add(event.name, event.key, event.payload).then(
    () => true,
    () => false,
  );
}

async function write(transaction: OutboxWriter, events: OutboxEvent[]): Promise<void> {
  const run = async (sql: string, values: unknown[]) => {
    if ("query" in transaction) await transaction.query(sql, values);
    else await transaction.$executeRawUnsafe(sql, ...values);
  };
  if (events.length > 0) {
    await run(
      `INSERT INTO outbox_event (topic, payload)
       SELECT event->>'topic', event FROM jsonb_array_elements($1::jsonb) AS event`,
      [JSON.stringify(events)],
    );
  }
  const receipt = commandReceiptOf();
  if (receipt) {
    await run(
      `INSERT INTO command_receipt (id, person_id, answer)
       VALUES ($1::uuid, $2::uuid, $3::jsonb)`,
      [receipt.id, receipt.personId, JSON.stringify({ ok: true, result: receipt.result ?? {} })],
    );
    receipt.receiptWritten = true;
  }
}

/** The `mine` rooms of these people have something new: processes that hold them compare numbers. */
async function bumpPersonalRooms(
  client: PoolClient,
  room: string,
  persons: string[],
): Promise<void> {
  await client.query(
    `INSERT INTO live_room (room, seq)
     SELECT $1 || '/mine/' || person, 1 FROM unnest($2::text[]) AS person ORDER BY person
     ON CONFLICT (room) DO UPDATE SET seq = live_room.seq + 1`,
    [room, [...new Set(persons)]],
  );
}
