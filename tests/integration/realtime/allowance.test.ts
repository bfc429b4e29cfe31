import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createContainer, type Container } from "#server/container.ts";
import { startRealtime, type Realtime } from "#server/realtime/sockets.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { signIn } from "../../support/electors.ts";
import { testEnv } from "../../support/env.ts";
import { LiveClient } from "../../support/live-client.ts";
import { createPeople } from "../../support/register.ts";

let database: TestDatabase;
let container: Container;
let http: Server;
let realtime: Realtime;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  const { platform, api, rooms, commands } = container;
  http = createServer();
  realtime = startRealtime(http, platform, api.auth, rooms, commands);
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
});

afterAll(async () => {
  await realtime.close();
  await container.close();
  await database.drop();
});

it.each([
  ["leaves", "leave", { room: "live-session/1/member" }],
  ["commands that want no answer", "command", { id: "1" }],
  ["messages without a name of ours", "nonsense", "nonsense"],
])("a flood of %s cuts the flooder off", async (_name, event, message) => {
  const [person] = await createPeople(container.platform.pool, 1);
  const [member] = await signIn(container.platform.pool, [person?.id ?? ""]);
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const hostile = await LiveClient.connect(url, { cookie: member?.cookie ?? "" });
  hostile.socket.io.reconnection(false);
  const closed = new Promise((resolve) => hostile.socket.once("disconnect", resolve));
  for (let index = 0; index < 300; index += 1) hostile.socket.emit(event, message);
  await closed;
  expect(hostile.refusals.map(({ code }) => code)).toContain("too-many-requests");
});
