import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { MAX_MESSAGE_BYTES, sessionRoom } from "#wire/protocol.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { LiveClient } from "../support/live-client.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../support/live-assembly.ts";
import { freePort, startWeb, type ServerProcess } from "../support/server-process.ts";

let database: TestDatabase;
let pool: pg.Pool;
let web: ServerProcess;
let assembly: LiveAssembly;
let members: SignedIn[];
let port: number;
const clients: LiveClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  assembly = await createLiveAssembly(pool, 20);
  await grantRole(pool, assembly.electors[0]?.id ?? "", "chair");
  await grantRole(pool, assembly.electors[1]?.id ?? "", "moderator");
  members = await signIn(
    pool,
    assembly.electors.map((elector) => elector.id),
  );
  port = await freePort();
  web = await startWeb({ databaseUrl: database.url, port });
});

afterEach(() => clients.splice(0).forEach((client) => client.close()));

afterAll(async () => {
  await web.stop();
  await pool.end();
  await database.drop();
});

async function enter(index: number, options: { origin?: string; version?: number } = {}) {
  const member = members[index];
  if (!member) throw new Error(`no member ${index}`);
  const client = await LiveClient.connect(web.url, { cookie: member.cookie, ...options });
  clients.push(client);
  return client;
}

const room = () => sessionRoom(assembly.id, "member");
const view = (client: LiveClient) => client.view<SessionView>(room());

describe("the door", () => {
  it.each([
    ["a foreign origin", { origin: "https://evil.example" }],
    ["another version", { version: 99 }],
  ])("stays shut for %s", async (_name, options) => {
    await expect(enter(2, options)).rejects.toThrow();
  });

  it("stays shut without a session", async () => {
    await expect(LiveClient.connect(web.url, { cookie: "" })).rejects.toThrow("not-signed-in");
    const forged = { cookie: `palabre_session=${randomUUID()}` };
    await expect(LiveClient.connect(web.url, forged)).rejects.toThrow("not-signed-in");
  });

  it.each(["chair", "moderator"] as const)(
    "of the %s's room is shut to members",
    async (audience) => {
      const member = await enter(2);
      expect(await member.join(sessionRoom(assembly.id, audience))).toMatchObject({
        ok: false,
        error: { code: "not-allowed" },
      });
    },
  );

  it.each(["nowhere", "live-session/x/member", "live-session//", "../etc", ""])(
    "leads nowhere for the room %j",
    async (name) => {
      const member = await enter(2);
      expect(await member.join(name)).toMatchObject({ ok: false, error: { code: "unknown-room" } });
    },
  );
});

describe("a room", () => {
  it("tells everybody a change and counts it", async () => {
    const [chair, member] = [await enter(0), await enter(2)];
    await member.join(room());
    const before = member.views.get(room())?.seq ?? 0;
    const open = !view(member).assembly.questionsOpen;
    const answer = await chair.command("questions.open", { assemblyId: assembly.id, open });
    expect(answer).toMatchObject({ ok: true });
    await expect.poll(() => view(member).assembly.questionsOpen).toBe(open);
    expect(member.views.get(room())?.seq).toBe(before + 1);
  });

  it("goes on from where a reader was after the server was killed and started again", async () => {
    const member = await enter(3);
    await member.join(room());
    const before = member.views.get(room())?.seq ?? 0;
    await web.kill();
    await pool.query("UPDATE assembly SET questions_open = NOT questions_open WHERE id = $1", [
      assembly.id,
    ]);
    const { rows } = await pool.query<{ questions_open: boolean }>(
      "SELECT questions_open FROM assembly WHERE id = $1",
      [assembly.id],
    );
    web = await startWeb({ databaseUrl: database.url, port });
    await expect.poll(() => view(member).assembly.questionsOpen).toBe(rows[0]?.questions_open);
    expect(member.views.get(room())?.seq).toBe(before + 1);
  });

  it("sends a snapshot to a reader whose number it cannot follow", async () => {
    const member = await enter(4);
    const answer = await member.socket.emitWithAck("join", { room: room(), since: 999_999 });
    expect(answer).toHaveProperty("snapshot");
  });

  it("is left when the session ends, and the socket closed", async () => {
    const member = await enter(5);
    await member.join(room());
    await pool.query("DELETE FROM auth_session WHERE person_id = $1", [members[5]?.personId]);
    await pool.query("SELECT pg_notify('palabre_wake', $1)", [
      JSON.stringify([randomUUID(), "person", { person: members[5]?.personId }]),
    ]);
    await expect
      .poll(() => member.refusals.map((refusal) => refusal.code))
      .toContain("session-revoked");
    member.close();
  });

  it("is left when the role ends on an open socket", async () => {
    const moderator = await enter(1);
    const its = sessionRoom(assembly.id, "moderator");
    expect(await moderator.join(its)).toMatchObject({ ok: true });
    await pool.query("DELETE FROM role_grant WHERE person_id = $1", [members[1]?.personId]);
    await pool.query("SELECT pg_notify('palabre_wake', $1)", [
      JSON.stringify([randomUUID(), "person", { person: members[1]?.personId }]),
    ]);
    await expect.poll(() => moderator.refusals.map(({ code }) => code)).toContain("not-allowed");
    await grantRole(pool, members[1]?.personId ?? "", "moderator");
  });
});

describe("two tabs of one person", () => {
  it("both know that a vote was cast in one of them", async () => {
    const [one, other] = [await enter(11), await enter(11)];
    const mine = sessionRoom(assembly.id, "mine");
    await Promise.all([one.join(mine), other.join(mine)]);
    const decisionId = await createDecision(pool, assembly);
    const electorId = members[11]?.personId ?? "";
    const answer = await one.command("decision.cast", { decisionId, electorId, optionId: "for" });
    expect(answer).toMatchObject({ ok: true });
    const known = () => other.view<MySessionView>(mine).ballots[decisionId]?.[electorId]?.revision;
    await expect.poll(known).toBe(1);
  });
});

describe("a command", () => {
  it.each([
    ["no envelope", null],
    ["a number", 7],
    ["no id", { type: "question.support", payload: {} }],
    ["an id that is none", { id: "1", type: "question.support", payload: {} }],
    ["a field too many", { id: randomUUID(), type: "session.arrive", payload: {}, x: 1 }],
  ])("with %s is refused as bad input", async (_name, message) => {
    const member = await enter(6);
    expect(await member.socket.emitWithAck("command", message)).toMatchObject({
      ok: false,
      error: { code: "bad-input" },
    });
  });

  it.each(["nothing.known", "constructor", "__proto__", "toString"])(
    "of the type %s is unknown",
    async (type) => {
      const member = await enter(6);
      expect(await member.command(type, {})).toMatchObject({
        ok: false,
        error: { code: "unknown-command" },
      });
    },
  );

  it("of the chair is refused to a member", async () => {
    const member = await enter(6);
    const decisionId = await createDecision(pool, assembly);
    const answer = await member.command("decision.close", { decisionId });
    expect(answer).toMatchObject({ ok: false, error: { code: "not-allowed" } });
  });

  it("has one effect and one answer when it is repeated at the same moment", async () => {
    const [one, two] = [await enter(7), await enter(7)];
    const id = randomUUID();
    const payload = {
      assemblyId: assembly.id,
      kind: "open",
      language: "fr",
      text: "Quand les comptes seront-ils publiés ?",
      nameHidden: false,
    };
    await pool.query("UPDATE assembly SET questions_open = true WHERE id = $1", [assembly.id]);
    const answers = await Promise.all([
      one.command("question.write", payload, id),
      two.command("question.write", payload, id),
    ]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
    expect(await one.command("question.write", payload, id)).toEqual(answers[0]);
    const { rows } = await pool.query("SELECT 1 FROM question WHERE author_id = $1", [
      members[7]?.personId,
    ]);
    expect(rows).toHaveLength(1);
    const stolen = await (await enter(8)).command("question.write", payload, id);
    expect(stolen).toMatchObject({ ok: false, error: { code: "bad-input" } });
  });

  it("answers the same to a repeat that overlaps with it, though the work is done by then", async () => {
    const [one, two] = [await enter(0), await enter(0)];
    const decisionId = await createDecision(pool, assembly);
    const holder = await pool.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM decision WHERE id = $1 FOR UPDATE", [decisionId]);
    const id = randomUUID();
    const answers = [one, two].map((chair) => chair.command("decision.close", { decisionId }, id));
    const waiting = async () =>
      (await pool.query("SELECT 1 FROM pg_locks WHERE NOT granted")).rowCount ?? 0;
    await expect.poll(waiting).toBeGreaterThanOrEqual(2);
    await holder.query("COMMIT");
    holder.release();
    const [first, second] = await Promise.all(answers);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  });

  it("that is too large closes the socket and leaves the others alone", async () => {
    const [hostile, bystander] = [await enter(8), await enter(9)];
    hostile.socket.io.reconnection(false);
    const closed = new Promise((resolve) => hostile.socket.once("disconnect", resolve));
    hostile.socket.emit("command", "x".repeat(MAX_MESSAGE_BYTES + 1));
    await closed;
    expect(await bystander.join(room())).toMatchObject({ ok: true });
  });

  it("sent by the hundred cuts the flooder off and leaves the others alone", async () => {
    const [hostile, bystander] = [await enter(10), await enter(9)];
    hostile.socket.io.reconnection(false);
    const closed = new Promise((resolve) => hostile.socket.once("disconnect", resolve));
    for (let index = 0; index < 500; index += 1) {
      hostile.socket.emit("command", { id: randomUUID(), type: "x", payload: {} }, () => undefined);
    }
    await closed;
    expect(hostile.refusals.map(({ code }) => code)).toContain("too-many-requests");
    expect(await bystander.join(room())).toMatchObject({ ok: true });
  });
});
