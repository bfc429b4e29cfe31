import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createJobQueue } from "#server/platform/jobs-bullmq.ts";
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
