import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ok } from "#domain/kernel/result.ts";
import type { RoomKind } from "#server/realtime/room-kind.ts";
import { Rooms, type RoomsOutput } from "#server/realtime/rooms.ts";
import { ToldViews } from "#server/realtime/told-views.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

const ROOM = "counter/00000000-0000-4000-8000-000000000001/all";
const SOMEBODY = { kind: "anonymous" } as const;
const NEVER_HEARD: RoomsOutput = { delta: () => undefined, heartbeat: () => undefined };

let database: TestDatabase;
let pool: pg.Pool;
let count = 0;
const processes: Rooms[] = [];

const counter: RoomKind = {
  prefix: "counter",
  audiences: ["all"],
  authorise: () => Promise.resolve(ok(null)),
  view: () => Promise.resolve({ count }),
};

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});

afterAll(async () => {
  for (const rooms of processes) rooms.close();
  await pool.end();
  await database.drop();
});

function anotherProcess() {
  const rooms = new Rooms([counter], pool, NEVER_HEARD, new ToldViews(), pino({ level: "silent" }));
  processes.push(rooms);
  const address = rooms.find(ROOM);
  if (!address.ok) throw new Error("no such room");
  return (since?: number) => rooms.join(address.value, SOMEBODY, since);
}

it("who comes from a process that is ahead goes on from there, with nothing told again", async () => {
  count = 1;
  const [here, there] = [anotherProcess(), anotherProcess()];
  const before = await here();
  count = 2;
  const ahead = await there();
  expect(ahead.state.seq).toBe(before.state.seq + 1);

  const joined = await here(ahead.state.seq);
  expect(joined).toMatchObject({ deltas: [], state: { seq: ahead.state.seq, view: { count: 2 } } });
  expect((await there(before.state.seq)).deltas).toMatchObject([{ changes: { count: 2 } }]);
});

it("a number that no process has told is answered by the whole view", async () => {
  const joined = await anotherProcess()(1_000_000);
  expect(joined.deltas).toBeUndefined();
  expect(joined.state.view).toEqual({ count });
});
