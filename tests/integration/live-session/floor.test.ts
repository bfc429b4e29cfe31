import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
let assemblyId: string;

beforeAll(async () => {
  session = await createTestSession(8);
  assemblyId = session.assembly.id;
  const { rows } = await session.pool.query<{ id: string }>(
    `INSERT INTO site (assembly_id, slug, kind, name, position, starts_at, ends_at)
     VALUES ($1, 'liege', 'satellite', 'Liège', 1, now(), now() + interval '1 day') RETURNING id`,
    [assemblyId],
  );
  for (const at of [0, 1, 2, 3, 4, 5]) {
    await run(session.member(at), "session.arrive", { assemblyId });
  }
  // Two of them sit in a room.
  await session.pool.query(
    "UPDATE attendance SET site_id = $1, channel = 'room' WHERE person_id = ANY($2)",
    [rows[0]?.id, [session.member(0).personId, session.member(1).personId]],
  );
});
afterAll(() => session.close());

async function run(actor: PersonActor, type: string, payload: object) {
  return code(await session.run(actor, type, payload));
}
const raise = (at: number, kind = "contribution") =>
  run(session.member(at), "hand.raise", { assemblyId, kind, language: "fr" });
const queue = async () =>
  Object.values((await session.view("chair")).floor.hands)
    .sort((a, b) => a.turn - b.turn)
    .map(({ id, channel, kind, why }) => ({ id, channel, kind, why }));
const handOf = async (at: number) => (await session.mine(session.member(at))).hand;

describe("the floor", () => {
  it("takes hands once it is open, from people who are there, once each", async () => {
    expect(await raise(0)).toBe("floor-closed");
    expect(await run(session.member(0), "floor.open", { assemblyId, open: true })).toBe(
      "not-allowed",
    );
    expect(await run(session.bureau.chair, "floor.open", { assemblyId, open: true })).toBe("ok");
    expect(await raise(7)).toBe("not-present");
    const answers = await Promise.all([raise(0), raise(0), raise(1), raise(2)]);
    expect(answers).toEqual(["ok", "ok", "ok", "ok"]);
    expect(await raise(2)).toBe("ok");
    expect(await queue()).toHaveLength(3);
    expect(await handOf(2)).toMatchObject({ channel: "remote", kind: "contribution" });
    expect(await handOf(0)).toMatchObject({ channel: "room" });
  });

  it("shows who waits to the bureau, and to members how many", async () => {
    const member = await session.view("member");
    expect(member.floor.hands).toEqual({});
    expect(member.floor.waiting).toEqual({ room: 2, remote: 1 });
  });

  it("puts a point of order ahead, also of the one who waits already", async () => {
    expect(await raise(3, "order")).toBe("ok");
    expect((await queue())[0]).toMatchObject({ kind: "order", why: "order" });
    expect(await handOf(3)).toMatchObject({ turn: 1 });
  });

  it("has one speaker, gives their place back, and counts the turn", async () => {
    const [order, next] = await queue();
    expect(order && next).toBeTruthy();
    const give = (id = "") => run(session.bureau.chair, "floor.give", { handId: id });
    expect(await give(order?.id)).toBe("ok");
    expect(await give(order?.id)).toBe("changed-meanwhile");
    expect((await session.view("screen")).floor.speaker?.id).toBe(order?.id);
    // Two chairs at once: both give it, one hand after the other, and there is one speaker.
    const hands = await queue();
    await Promise.all(hands.slice(0, 2).map(({ id }) => give(id)));
    const { rows } = await session.pool.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM hand WHERE assembly_id = $1 AND state = 'speaking'",
      [assemblyId],
    );
    expect(rows[0]?.n).toBe(1);
    const { floor } = await session.view("member");
    expect(floor.ratio.room.turns + floor.ratio.remote.turns).toBe(1);
  });

  it("gives more time, and takes the floor back once", async () => {
    const speaker = (await session.view("chair")).floor.speaker;
    const chair = session.bureau.chair;
    const more = { handId: speaker?.id, seconds: "30" };
    expect(await run(chair, "floor.more-time", more)).toBe("ok");
    const after = (await session.view("chair")).floor.speaker;
    expect((after?.until ?? 0) - (speaker?.until ?? 0)).toBe(30_000);
    expect(await run(chair, "floor.take-back", { handId: speaker?.id })).toBe("ok");
    expect(await run(chair, "floor.take-back", { handId: speaker?.id })).toBe("changed-meanwhile");
  });

  it("notes a voice in the room by its name, and takes down what is not answered", async () => {
    const noted = { assemblyId, name: "Micro 2", kind: "contribution", channel: "room" };
    const { moderator } = session.bureau;
    expect(await run(session.member(0), "hand.note", { ...noted, language: "nl" })).toBe(
      "not-allowed",
    );
    expect(await run(moderator, "hand.note", { ...noted, language: "nl" })).toBe("ok");
    const hands = Object.values((await session.view("moderator")).floor.hands);
    const hand = hands.find(({ name }) => name === "Micro 2");
    expect(await run(moderator, "hand.put-down", { handId: hand?.id })).toBe("ok");
    expect(Object.keys((await session.view("moderator")).floor.hands)).not.toContain(hand?.id);
  });

  it("keeps turns when it closes; lowering twice is lowering once", async () => {
    await raise(4);
    await run(session.bureau.chair, "floor.open", { assemblyId, open: false });
    expect(await handOf(4)).toBeDefined();
    const lower = () => run(session.member(4), "hand.lower", { assemblyId });
    expect(await Promise.all([lower(), lower()])).toEqual(["ok", "ok"]);
    expect(await handOf(4)).toBeUndefined();
    expect(await raise(4)).toBe("floor-closed");
    expect(await raise(4, "order")).toBe("ok");
  });
});
