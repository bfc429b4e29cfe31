import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { SessionView } from "#wire/live-session.ts";
import { MAX_MESSAGE_BYTES, sessionRoom } from "#wire/protocol.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../support/live-assembly.ts";
import { LiveClient } from "../support/live-client.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { startWeb, type ServerProcess } from "../support/server-process.ts";

const LONG_QUESTIONS = 1_500;
const SLOW = 8;
/** Just within what one socket may send. */
const JOIN_EVERY_MS = 260;
const PONG = "3";

let database: TestDatabase;
let pool: pg.Pool;
let web: ServerProcess;
let assembly: LiveAssembly;
let members: SignedIn[];
const open: { close: () => void }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  assembly = await createLiveAssembly(pool, 12);
  await grantRole(pool, assembly.electors[0]?.id ?? "", "chair");
  members = await signIn(
    pool,
    assembly.electors.map((elector) => elector.id),
  );
  // A view of almost a megabyte: what is asked for and not read weighs something.
  await pool.query(
    `INSERT INTO question (id, assembly_id, author_id, number, kind, state, language, text, created_at)
     SELECT gen_random_uuid(), $1, $2, n, 'open', 'published', 'fr', repeat('longue question ', 20) || n, now()
     FROM generate_series(1, $3::int) AS n`,
    [assembly.id, assembly.electors[1]?.id, LONG_QUESTIONS],
  );
  web = await startWeb({ databaseUrl: database.url });
});

afterEach(() => open.splice(0).forEach((socket) => socket.close()));

afterAll(async () => {
  await web.stop();
  await pool.end();
  await database.drop();
});

const room = () => sessionRoom(assembly.id, "member");
const cookie = (index: number) => members[index]?.cookie ?? "";

async function raw(index: number): Promise<RawSocket> {
  const socket = await RawSocket.connect(web.url, cookie(index));
  open.push(socket);
  return socket;
}

/** Somebody who means well is told a change of the chair's. */
async function expectOthersServed(): Promise<void> {
  const [chair, member] = await Promise.all(
    [0, 2].map((index) => LiveClient.connect(web.url, { cookie: cookie(index) })),
  );
  if (!chair || !member) throw new Error("nobody");
  open.push(chair, member);
  await member.join(room());
  const isOpen = () => member.view<SessionView>(room()).assembly.questionsOpen;
  const wanted = !isOpen();
  const answer = await chair.command("questions.open", { assemblyId: assembly.id, open: wanted });
  expect(answer).toMatchObject({ ok: true });
  await expect.poll(isOpen).toBe(wanted);
}

/** Resident memory of the web process in MiB. */
function memory(): number {
  const [, kilobytes] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web.pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1_024;
}

it("readers that never read are cut off before they cost memory", async () => {
  await expectOthersServed();
  const before = memory();
  const slow = await Promise.all(Array.from({ length: SLOW }, () => raw(3)));
  for (const socket of slow) socket.stopReading();
  // Each says that it lives, asks for the whole view again and again, and reads none.
  const asking = setInterval(() => {
    for (const socket of slow) {
      socket.say(PONG);
      socket.emit(1, "join", { room: room() });
    }
  }, JOIN_EVERY_MS);
  try {
    await expectOthersServed();
    const gone = () => slow.every((socket) => socket.closed);
    await expect.poll(gone, { interval: 200 }).toBe(true);
    expect(memory() - before).toBeLessThan(200);
  } finally {
    clearInterval(asking);
  }
  await expectOthersServed();
});

it("a flood is cut off by its sixty-first message, whatever it asks", async () => {
  const flooder = await raw(4);
  for (let id = 0; id < 2_000; id += 1) flooder.emit(id, "anything", { id });
  await expect.poll(() => flooder.closed).toBe(true);
  await expectOthersServed();
});

it("a message beyond the limit closes the socket that sent it", async () => {
  const hostile = await raw(5);
  hostile.say(`420${JSON.stringify(["command", "x".repeat(MAX_MESSAGE_BYTES)])}`);
  await expect.poll(() => hostile.closed).toBe(true);
  await expectOthersServed();
});

it("thousands of rooms are asked for in vain", async () => {
  const hostile = await Promise.all(Array.from({ length: 20 }, () => raw(6)));
  for (let round = 0; round < 100; round += 1) {
    for (const socket of hostile) {
      socket.emit(round, "join", { room: `live-session/${randomUUID()}/member` });
    }
  }
  await expect.poll(() => hostile.every((socket) => socket.closed)).toBe(true);
  await expectOthersServed();
  const { rows } = await pool.query<{ rooms: number }>(
    "SELECT count(*)::int AS rooms FROM live_room WHERE room NOT LIKE $1",
    [`live-session/${assembly.id}/%`],
  );
  expect(rows[0]?.rooms).toBe(0);
});

it("one person holds a hundred sockets and no more", async () => {
  const many = await Promise.allSettled(Array.from({ length: 120 }, () => raw(7)));
  expect(many.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
  await expectOthersServed();
});
