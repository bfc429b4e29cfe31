import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ok } from "#domain/kernel/result.ts";
import { sessionPage } from "#server/features/live-session/queries.ts";
import { inTransaction } from "#server/platform/database.ts";
import { PersonalRooms } from "#server/realtime/personal-rooms.ts";
import type { RoomKind } from "#server/realtime/room-kind.ts";
import { signInAs } from "../../support/actors.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly } from "../../support/live-assembly.ts";

let database: TestDatabase;
let container: Container;
const uncaught: Error[] = [];
const others = process.listeners("uncaughtException");
const note = (error: Error) => uncaught.push(error);

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  process.removeAllListeners("uncaughtException").on("uncaughtException", note);
});

afterEach(() => uncaught.splice(0));

afterAll(async () => {
  process.off("uncaughtException", note);
  others.forEach((listener) => process.on("uncaughtException", listener));
  await container.close();
  await database.drop();
});

/** What a query meets when the server is killed: the socket ends without a word. */
async function cutDuring(client: pg.ClientBase): Promise<never> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  setTimeout(() => stream.destroy(new Error("cut")));
  await client.query("SELECT pg_sleep(5)");
  throw new Error("The connection was not cut");
}

const cutRoom: RoomKind = {
  prefix: "cut",
  audiences: ["member"],
  personal: "mine",
  authorise: () => Promise.resolve(ok(null)),
  view: (client) => cutDuring(client),
};

describe("a connection that is lost during a query fails that query alone", () => {
  it("in a transaction", async () => {
    await expect(inTransaction(container.platform.pool, cutDuring)).rejects.toThrow();
    expect(uncaught).toEqual([]);
  });

  it("in somebody's own room", async () => {
    const rooms = new PersonalRooms(
      container.platform.pool,
      () => undefined,
      container.platform.log,
    );
    const address = { kind: cutRoom, id: "1", audience: "mine", name: "cut/1/mine" };
    await expect(rooms.join(address, randomUUID())).rejects.toThrow();
    expect(uncaught).toEqual([]);
  });

  it("in a page of a session", async () => {
    const { platform } = container;
    const { slug, electors } = await createLiveAssembly(platform.pool, 1);
    const [actor] = await signInAs(container, [electors[0]?.id ?? ""]);
    if (!actor) throw new Error("nobody");
    const asked = { actor, slug, audience: "member" } as const;
    await expect(sessionPage(platform, cutRoom, asked)).rejects.toThrow();
    expect(uncaught).toEqual([]);
  });
});
