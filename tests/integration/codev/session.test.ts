import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_MINUTES } from "#domain/codev/steps.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { FacilitatorRoomView, MyCodevView, PeerRoomView } from "#wire/codev-session.ts";
import { createCodevSessionPart } from "#server/features/codev/session/index.ts";
import { withConnection } from "#server/platform/database.ts";
import { createSealing } from "#server/platform/sealing.ts";
import { createCodevGroup, type TestGroup } from "../../support/codev-group.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { fixedClock } from "../../support/fixed.ts";
import { createTestPlatform, type TestPlatform } from "../../support/platform.ts";
import { createPeople } from "../../support/register.ts";
import { actorOf, code } from "../live-session/session.ts";

const MINUTE = 60_000;
const SECRET = "Je voudrais que vous m’aidiez à quitter ce chantier";

let database: TestDatabase;
let test: TestPlatform;
let part: ReturnType<typeof createCodevSessionPart>;
let group: TestGroup;
let people: PersonActor[];
const clock = fixedClock("2026-11-21T18:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  test = createTestPlatform(database.url, clock.now);
  const { pool, env } = test.platform;
  const ids = (await createPeople(pool, 10)).map(({ id }) => id);
  people = await Promise.all(ids.map((id) => actorOf(pool, id)));
  const [lead = "", second = "", stranger = "", ...members] = ids;
  expect(stranger).not.toBe("");
  part = createCodevSessionPart(test.platform);
  group = await createCodevGroup(pool, {
    ...{ members: members.slice(0, 6), lead, second, startsAt: clock.now() },
    sealing: createSealing(env),
  });
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

const person = (id: string): PersonActor => {
  const found = people.find(({ personId }) => personId === id);
  if (!found) throw new Error("nobody");
  return found;
};
const lead = () => person(group.lead);
const second = () => person(group.second);
const member = (at: number) => person(group.members[at] ?? "");
const stranger = () => people[2] as PersonActor;
const first = () => group.sessions[0] ?? "";

async function run(actor: PersonActor, type: string, payload: object, id: string = randomUUID()) {
  const command = part.commands[`codev-session.${type}`];
  if (!command) throw new Error(`no command ${type}`);
  return code(await command.handle(actor, command.schema.parse(payload), id));
}
const act = (actor: PersonActor, kind: string, step: string, more: object = {}) =>
  run(actor, "act", { sessionId: first(), kind, step, ...more });

const view = <V>(audience: string, sessionId = first(), personId?: string) =>
  withConnection(test.platform.pool, (client) =>
    part.rooms.view(client, sessionId, audience, personId),
  ) as unknown as Promise<V>;
const course = async () => (await view<PeerRoomView>("participant")).course;
const mine = (actor: PersonActor, sessionId = first()) =>
  view<MyCodevView>("mine", sessionId, actor.personId);

describe("a session", () => {
  it("exists for its group and its pair alone", async () => {
    const enter = (actor: PersonActor, audience: string) =>
      part.rooms.authorise(actor, first(), audience).then(code);
    expect(await enter(stranger(), "participant")).toBe("unknown-room");
    expect(await enter(stranger(), "screen")).toBe("unknown-room");
    expect(await enter(member(1), "participant")).toBe("ok");
    expect(await enter(member(1), "facilitator")).toBe("not-allowed");
    expect(await enter(second(), "facilitator")).toBe("ok");
    expect(await act(stranger(), "open", "opening")).toBe("not-found");
    expect(await act(member(0), "open", "opening")).toBe("not-allowed");
    const page = await part.page(stranger(), { sessionId: first(), audience: "participant" });
    expect(code(page)).toBe("unknown-room");
  });

  it("plans its steps within what each may be", async () => {
    const plan = { sessionId: first(), ...DEFAULT_MINUTES, expose: 5 };
    expect(await run(member(0), "plan", plan)).toBe("not-allowed");
    expect(await run(second(), "plan", plan)).toBe("ok");
    const { session } = await view<PeerRoomView>("screen");
    expect(session.minutes.expose).toBe(5);
    const { schema } = part.commands["codev-session.plan"] ?? {};
    expect(schema?.safeParse({ ...plan, contract: 2 }).success).toBe(false);
  });

  it("opens with the client and three others, and not before", async () => {
    const attend = (at: number, on = true) =>
      run(lead(), "attend", { sessionId: first(), personId: group.members[at], on });
    for (const at of [1, 2, 3]) expect(await attend(at)).toBe("ok");
    expect(await act(lead(), "open", "opening")).toBe("client-missing");
    await attend(0);
    await attend(3, false);
    expect(await act(lead(), "open", "opening")).toBe("quorum-missing");
    await attend(3);
    expect(await act(lead(), "next", "opening")).toBe("wrong-phase");
    expect(await act(lead(), "open", "opening")).toBe("ok");
    expect(await course()).toMatchObject({ phase: "running", step: "opening" });
  });

  it("changes its client before the exposé: the two change dates", async () => {
    const choose = (at: number) =>
      run(second(), "choose-client", { sessionId: first(), personId: group.members[at] });
    expect(await choose(2)).toBe("ok");
    expect((await mine(member(2))).part).toBe("client");
    const { rows } = await test.platform.pool.query<{ session: string }>(
      "SELECT session_id AS session FROM codev_turn WHERE client_id = $1",
      [group.members[0]],
    );
    expect(rows.map(({ session }) => session)).toEqual([group.sessions[2]]);
    expect(await choose(0)).toBe("ok");
    expect((await mine(member(0))).part).toBe("client");
  });

  it("is left once where both moved on, however late the other device is heard", async () => {
    const start = clock.now().getTime();
    clock.advance(20 * MINUTE);
    const id = randomUUID();
    const late = { id, at: start + 5 * MINUTE };
    expect(await act(second(), "next", "opening", { at: start + 6 * MINUTE })).toBe("ok");
    expect((await course()).since).toBe(start + 6 * MINUTE);
    expect(await act(lead(), "next", "opening", late)).toBe("ok");
    expect(await act(lead(), "next", "opening", late)).toBe("ok");
    expect(await course()).toMatchObject({ step: "expose", since: start + 5 * MINUTE });
    const { acts } = await view<FacilitatorRoomView>("facilitator");
    expect(Object.values(acts).filter(({ kind }) => kind === "next")).toHaveLength(2);
    // No device is ahead of the server.
    const ahead = { at: clock.now().getTime() + 60 * MINUTE };
    expect(await act(lead(), "pause", "expose", ahead)).toBe("ok");
    expect((await course()).used.expose).toBe(15 * MINUTE);
  });

  it("tells a plain form where its act is not possible any more", async () => {
    expect(await act(second(), "pause", "expose")).toBe("changed-meanwhile");
    expect(await act(second(), "resume", "expose")).toBe("ok");
    for (const step of ["expose", "clarification"]) {
      expect(await act(lead(), "next", step)).toBe("ok");
      clock.advance(MINUTE);
    }
    expect((await course()).step).toBe("contract");
  });

  it("keeps what is written under the key of the group, and out of every shared room", async () => {
    const contract = { sessionId: first(), text: SECRET };
    expect(await run(member(1), "contract", contract)).toBe("not-allowed");
    expect(await run(member(0), "contract", contract)).toBe("ok");
    expect((await mine(member(3))).contract).toBe(SECRET);
    const note = { sessionId: first(), about: "notepad", text: "Note à moi" };
    expect(await run(member(1), "note", note)).toBe("ok");
    expect(await run(member(1), "note", { ...note, about: "plan" })).toBe("not-allowed");
    expect(await run(member(0), "note", { ...note, about: "plan", text: "Plan" })).toBe("ok");
    await Promise.all(
      ["Les factures", "Le calendrier"].map((line) =>
        run(second(), "park", { sessionId: first(), line }),
      ),
    );
    expect((await mine(lead())).parking?.sort()).toEqual(["Le calendrier", "Les factures"]);
    expect((await mine(member(0))).parking).toBeUndefined();
    for (const audience of ["participant", "screen", "facilitator"]) {
      expect(JSON.stringify(await view(audience))).not.toContain(SECRET);
    }
    const page = await part.page(member(1), { sessionId: first(), audience: "participant" });
    expect(page.ok && page.value.notes).toEqual({ notepad: "Note à moi" });
  });

  it("lies in the database as noise: no table holds a word of it", async () => {
    const { pool } = test.platform;
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await pool.query<{ text: string }>(
        `SELECT row_to_json(t)::text AS text FROM "${name}" t
         WHERE row_to_json(t)::text LIKE ANY ($1)`,
        [["%quitter ce chantier%", "%Note à moi%", "%Les factures%"]],
      );
      expect(rows, name).toEqual([]);
    }
  });

  it("stops for everybody, and goes on when somebody who knows says so", async () => {
    expect(await act(second(), "stop", "contract")).toBe("ok");
    expect(await act(lead(), "next", "contract")).toBe("changed-meanwhile");
    expect((await course()).phase).toBe("stopped");
    expect(await act(lead(), "go-on", "contract")).toBe("ok");
    expect((await course()).phase).toBe("running");
  });

  it("closes with the little that organisers learn, and the next one knows whose turn it is", async () => {
    for (const step of ["contract", "consultation", "synthesis"]) {
      await act(lead(), "next", step);
    }
    await act(lead(), "spoke", "learning", { personId: group.members[1] });
    await run(lead(), "note", { sessionId: first(), about: "pair-notes", text: "Rythme" });
    const report = { sessionId: first(), mood: 4, incident: false, keepNotes: false };
    expect(await run(member(0), "close", report)).toBe("not-allowed");
    expect(await run(lead(), "close", report)).toBe("ok");
    expect(await run(second(), "close", report)).toBe("wrong-phase");
    expect(await act(second(), "pause", "learning", { at: 1 })).toBe("wrong-phase");
    const { pool } = test.platform;
    const { rows } = await pool.query(
      `SELECT s.state, present, mood, incident, t.state AS turn,
         (SELECT count(*)::int FROM codev_act a WHERE a.session_id = s.id) AS acts,
         (SELECT count(*)::int FROM codev_text x WHERE x.session_id = s.id
            AND x.kind = 'pair-notes') AS notes
       FROM codev_session s JOIN codev_turn t ON t.session_id = s.id WHERE s.id = $1`,
      [first()],
    );
    expect(rows).toEqual([
      {
        ...{ state: "closed", present: 4, mood: 4, incident: false },
        ...{ turn: "served", acts: 0, notes: 0 },
      },
    ]);
    const next = group.sessions[1] ?? "";
    expect((await mine(member(1), next)).part).toBe("client");
    expect((await mine(lead(), next)).seat).toBe("second");
    const again = { sessionId: next, personId: group.members[0] };
    expect(await run(lead(), "choose-client", again)).toBe("turn-served");
  });

  it("holds a second consultation late in a cycle, with a contract and a client of its own", async () => {
    const { pool } = test.platform;
    const last = group.sessions[5] ?? "";
    // Dates were lost: two clients share the one that is left.
    await pool.query(
      `UPDATE codev_session SET state = 'cancelled' WHERE cycle_id = $1 AND position NOT IN (1, 6)`,
      [group.cycleId],
    );
    await pool.query("DELETE FROM codev_turn WHERE session_id = ANY ($1)", [
      group.sessions.slice(1, 6),
    ]);
    const [one = "", two = ""] = group.members.slice(1, 3);
    await pool.query(
      `INSERT INTO codev_turn (cycle_id, session_id, client_id, place, state)
       VALUES ($1, $2, $3, 1, 'planned'), ($1, $2, $4, 2, 'planned')`,
      [group.cycleId, last, one, two],
    );
    const go = (kind: string, step: string, turn = 1) =>
      run(lead(), "act", { sessionId: last, kind, step, turn });
    for (const personId of group.members.slice(0, 4)) {
      await run(lead(), "attend", { sessionId: last, personId, on: true });
    }
    expect(await go("open", "opening")).toBe("ok");
    for (const step of ["opening", "expose", "clarification", "contract", "consultation"]) {
      expect(await go("next", step)).toBe("ok");
    }
    const write = (actor: PersonActor, text: string) =>
      run(actor, "contract", { sessionId: last, text });
    expect(await write(person(two), "À moi ?")).toBe("not-allowed");
    expect(await write(person(one), "La première demande")).toBe("ok");
    expect(await go("second", "synthesis")).toBe("ok");
    expect(await mine(person(two), last)).toMatchObject({ part: "client" });
    expect((await mine(lead(), last)).contract).toBeUndefined();
    expect(await write(person(two), "La seconde demande")).toBe("ok");
    expect((await mine(person(one), last)).contract).toBe("La seconde demande");
    const plan = { sessionId: last, about: "plan", text: "Mon premier pas" };
    expect(await run(person(one), "note", plan)).toBe("ok");
    for (const step of ["expose", "clarification", "contract"]) await go("next", step, 2);
    const report = { sessionId: last, mood: 5, incident: false, keepNotes: true };
    expect(await run(lead(), "close", report)).toBe("ok");
    const { rows } = await pool.query<{ client: string }>(
      `SELECT client_id AS client FROM codev_turn WHERE session_id = $1 AND state = 'served'
       ORDER BY place`,
      [last],
    );
    expect(rows.map(({ client }) => client)).toEqual([one, two]);
  });
});
