import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createJobQueue, startWorker } from "#server/platform/jobs-bullmq.ts";
import type { JobQueue } from "#server/platform/jobs.ts";
import { createOutbox } from "#server/platform/outbox-dispatcher.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createTestPlatform, type TestPlatform } from "../../support/platform.ts";
import { freePort } from "../../support/server-process.ts";

let database: TestDatabase;
let test: TestPlatform;

beforeAll(async () => {
  database = await createTestDatabase();
  test = createTestPlatform(database.url);
  // Its own sweep must not take what this file writes.
  await test.platform.outbox.close();
});

afterAll(async () => {
  await test.close();
  await database.drop();
});

it("says that a Redis which was never there does not take a job", async () => {
  const env = { ...testEnv(database.url), redisUrl: `redis://127.0.0.1:${await freePort()}` };
  const queue = createJobQueue(env, test.platform.log);
  const added = queue.add("mail.send", "1", { mailId: randomUUID() });
  await expect(added).rejects.toThrow("does not answer");
  void queue.close().catch(() => undefined);
}, 10_000);

it("does jobs once a PostgreSQL comes that was falling as the process began", async () => {
  const server = new URL(database.url);
  let falling = true;
  const through = (socket: Socket) => {
    const behind = connect(Number(server.port), server.hostname);
    for (const end of [socket, behind]) end.on("error", () => undefined);
    socket.pipe(behind).pipe(socket);
  };
  const front = createServer((socket) => (falling ? socket.destroy() : through(socket)));
  front.listen(await freePort(), "127.0.0.1");
  await once(front, "listening");
  const { port } = front.address() as { port: number };
  const env = testEnv(Object.assign(new URL(server), { port: String(port) }).href);

  const done: string[] = [];
  const queue = createJobQueue(env, test.platform.log);
  const worker = startWorker(env, test.platform.log, {
    "mail.send": ({ mailId }) => Promise.resolve(void done.push(mailId)),
  });
  const mailId = randomUUID();
  await expect(queue.add("mail.send", mailId, { mailId })).rejects.toThrow("does not answer");
  falling = false;
  await expect.poll(() => done, { timeout: 10_000 }).toEqual([mailId]);
  await Promise.all([worker.close(), queue.close()]);
  front.close();
}, 30_000);

it("keeps jobs in the outbox, asks once, and lets the wake-ups go", async () => {
  const { pool, wake, log, outbox } = test.platform;
  const add = vi.fn<JobQueue["add"]>().mockRejectedValue(new Error("away"));
  const other = createOutbox(pool, { add, close: () => Promise.resolve() }, wake, log);
  await other.close();
  const mails = [randomUUID(), randomUUID(), randomUUID()];
  await outbox.write(pool, [
    ...mails.map((mailId) => ({
      topic: "job" as const,
      name: "mail.send" as const,
      key: mailId,
      payload: { mailId },
    })),
    { topic: "room", room: "live-session/1" },
  ]);

  expect(await other.drain()).toBe(1);
  expect(add).toHaveBeenCalledTimes(1);
  expect(test.said).toEqual([{ room: "live-session/1" }]);

  add.mockResolvedValue();
  expect(await other.drain()).toBe(3);
});
