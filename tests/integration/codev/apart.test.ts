import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { MyCodevView, PeerRoomView } from "#wire/codev-session.ts";
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

let database: TestDatabase;
let test: TestPlatform;
let part: ReturnType<typeof createCodevSessionPart>;
let group: TestGroup;
let lead: PersonActor;
let second: PersonActor;
const clock = fixedClock("2026-11-21T18:00:00Z");
/** When the session began, before any network was back. */
const start = clock.now().getTime();

beforeAll(async () => {
  database = await createTestDatabase();
  test = createTestPlatform(database.url, clock.now);
  const { pool, env } = test.platform;
  const [leadId = "", secondId = "", ...members] = (await createPeople(pool, 7)).map(
    ({ id }) => id,
  );
  lead = await actorOf(pool, leadId);
  second = await actorOf(pool, secondId);
  part = createCodevSessionPart(test.platform);
  group = await createCodevGroup(pool, {
    ...{ members, lead: leadId, second: secondId, startsAt: clock.now() },
    sealing: createSealing(env),
  });
  clock.advance(60 * MINUTE);
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

const sessionId = () => group.sessions[0] ?? "";

async function run(actor: PersonActor, type: string, payload: object) {
  const command = part.commands[`codev-session.${type}`];
  if (!command) throw new Error(`no command ${type}`);
  const parsed = command.schema.parse({ sessionId: sessionId(), ...payload });
  return code(await command.handle(actor, parsed, randomUUID()));
}
const act = (actor: PersonActor, kind: string, step: string, at: number, more: object = {}) =>
  run(actor, "act", { kind, step, at: start + at * MINUTE, ...more });

const view = <V>(audience: string, personId?: string) =>
  withConnection(test.platform.pool, (client) =>
    part.rooms.view(client, sessionId(), audience, personId),
  ) as unknown as Promise<V>;
const mine = (actor: PersonActor) => view<MyCodevView>("mine", actor.personId);

/** The tests follow one session from its opening, done without a network, to its close. */
describe("two devices that were apart", () => {
  it("say who is there: of each person the later word stays, whichever comes last", async () => {
    const attend = (actor: PersonActor, at: number, of: number, on: boolean) =>
      run(actor, "attend", { personId: group.members[of], on, at: start + at * MINUTE });
    for (const of of [0, 1, 2, 3]) expect(await attend(lead, 1, of, true)).toBe("ok");
    expect(await attend(second, 3, 4, false)).toBe("ok");
    expect(await attend(lead, 2, 4, true)).toBe("ok");
    const { rows } = await test.platform.pool.query<{ state: string }>(
      "SELECT state FROM codev_attendance WHERE session_id = $1 AND person_id = $2",
      [sessionId(), group.members[4]],
    );
    expect(rows).toEqual([{ state: "absent" }]);
  });

  it("open once: at the hour of who opened first, however late that is heard", async () => {
    expect(await act(second, "open", "opening", 6)).toBe("ok");
    expect(await act(lead, "open", "opening", 4)).toBe("ok");
    expect(await act(lead, "next", "opening", 10)).toBe("ok");
    const { course } = await view<PeerRoomView>("screen");
    expect(course).toMatchObject({ step: "expose", used: { opening: 6 * MINUTE } });
  });

  it("never open the session of another day", async () => {
    expect(await run(lead, "act", { kind: "open", step: "opening", at: 1 })).toBe("ok");
    const { course } = await view<PeerRoomView>("screen");
    expect(course.used.opening).toBeLessThanOrEqual(24 * 60 * MINUTE);
    await test.platform.pool.query("DELETE FROM codev_act WHERE at < $1", [
      new Date(start - MINUTE),
    ]);
  });

  it("write one contract: the later one, and the earlier is not put back by coming late", async () => {
    const write = (actor: PersonActor, at: number, text: string) =>
      run(actor, "contract", { text, at: start + at * MINUTE });
    expect(await write(second, 20, "La demande, redite")).toBe("ok");
    expect(await write(lead, 18, "La demande")).toBe("ok");
    expect((await mine(lead)).contract).toBe("La demande, redite");
    const note = { about: "pair-notes", at: start + 21 * MINUTE };
    expect(await run(lead, "note", { ...note, text: "Bien parti" })).toBe("ok");
    expect(await run(lead, "note", { ...note, text: "Bien" })).toBe("ok");
    const early = { ...note, at: start + 5 * MINUTE, text: "B" };
    expect(await run(lead, "note", early)).toBe("ok");
    const page = await part.page(lead, { sessionId: sessionId(), audience: "facilitator" });
    expect(page.ok && page.value.notes).toEqual({ "pair-notes": "Bien" });
  });

  it("take back what was counted by mistake, never below nothing", async () => {
    const tag = (kind: string, at: number) => act(lead, kind, "expose", at, { tag: "idea" });
    for (const [kind, at] of [
      ["untag", 22],
      ["tag", 23],
      ["tag", 24],
      ["untag", 25],
    ] as const) {
      expect(await tag(kind, at)).toBe("ok");
    }
    const { acts } = await view<{ acts: Record<string, { kind: string }> }>("facilitator");
    expect(Object.values(acts).filter(({ kind }) => kind === "untag")).toHaveLength(2);
  });

  it("close together: a close that others went on after leaves the session open", async () => {
    const report = { mood: 4, incident: false, keepNotes: false };
    expect(await act(second, "next", "expose", 40)).toBe("ok");
    expect(await run(lead, "close", { ...report, at: start + 30 * MINUTE })).toBe("codev-went-on");
    expect((await view<PeerRoomView>("screen")).session.state).toBe("open");
    expect(await run(lead, "close", { ...report, at: start + 45 * MINUTE })).toBe("ok");
    expect((await view<PeerRoomView>("screen")).session.state).toBe("closed");
  });
});
