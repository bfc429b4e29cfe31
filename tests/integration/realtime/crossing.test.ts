import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sessionRoom } from "#wire/protocol.ts";
import { createContainer, type Container } from "#server/container.ts";
import { closeRoll } from "#server/features/workers-assembly/organise/close-roll.ts";
import { type Realtime, startRealtime } from "#server/realtime/sockets.ts";
import { signIn } from "../../support/electors.ts";
import { testEnv } from "../../support/env.ts";
import { LiveClient } from "../../support/live-client.ts";
import { createLineWorld, type LineWorld } from "../workers-assembly/line-world.ts";

let world: LineWorld;
let container: Container;
let http: Server;
let realtime: Realtime;
let room: string;
const clients: LiveClient[] = [];

beforeAll(async () => {
  world = await createLineWorld(4);
  const { pool, edition, campaignId, at } = world;
  await closeRoll(pool, { id: edition.id, campaignId }, at.now);
  const { rows } = await pool.query<{ id: string }>(
    "UPDATE assembly SET phase = 'live' WHERE kind = 'workers' RETURNING id",
  );
  room = sessionRoom(rows[0]!.id, "member");
  // The hour is the machine's: sockets and sessions of this test live today.
  container = createContainer(testEnv(world.platform.env.databaseUrl));
  http = createServer();
  const { platform, api, rooms, commands } = container;
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const env = { ...platform.env, publicUrl: url };
  realtime = startRealtime(http, { ...platform, env }, api.auth, rooms, commands);
});

afterAll(async () => {
  for (const client of clients) client.close();
  await realtime.close();
  await container.close();
  await world.close();
});

/** Somebody on the roll whose socket is open in the room of their assembly, and one who stays. */
async function inside(place: number) {
  const [someone, other] = await signIn(world.pool, [
    world.workers[place]!.personId,
    world.first.personId,
  ]);
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const both = await Promise.all(
    [someone!, other!].map(({ cookie }) => LiveClient.connect(url, { cookie })),
  );
  clients.push(...both);
  for (const client of both) expect(await client.join(room)).toMatchObject({ ok: true });
  return { leaving: both[0]!, staying: both[1]! };
}

const refusals = ({ refusals: heard }: LiveClient) => heard.map(({ code }) => code);

async function leftBy({ leaving, staying }: { leaving: LiveClient; staying: LiveClient }) {
  await expect.poll(() => refusals(leaving)).toEqual(["workers-people-only"]);
  expect(refusals(staying)).toEqual([]);
  const told = leaving.deltas.length;
  await world.pool.query("UPDATE assembly SET questions_open = NOT questions_open");
  await expect.poll(() => staying.deltas.length).toBeGreaterThan(0);
  expect(leaving.deltas).toHaveLength(told);
  expect(await leaving.join(room)).toMatchObject({ ok: false });
}

let there: Awaited<ReturnType<typeof inside>>;

it("who is given a post of the employer's side leaves the room at once", async () => {
  there = await inside(0);
  const { personId } = world.workers[0]!;
  const granted = await container.api.membership.grantRole(world.organiser, {
    ...{ personId, role: "director", body: "board", validFrom: "2020-01-01" },
  });
  expect(granted.ok).toBe(true);
  await leftBy(there);
});

it("who is flagged as an observer leaves it at once", async () => {
  there = await inside(1);
  const registerNo = await world.registerNo(world.workers[1]!);
  const named = await container.api.surveys.tend.name(world.first, {
    ...{ slug: world.slug, registerNo, part: "observer" },
  });
  expect(named.ok).toBe(true);
  await leftBy(there);
});

it("who joined the support team by an import of the register leaves it when sockets are looked over", async () => {
  there = await inside(2);
  await world.pool.query(
    `INSERT INTO affiliation (id, person_id, kind, valid_from)
     VALUES (uuidv7(), $1, 'support_staff', '2020-01-01')`,
    [world.workers[2]!.personId],
  );
  await container.platform.wake.publish("person", {});
  await leftBy(there);
});
