import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import type { DoorOutcome } from "#wire/check-in.ts";
import { createGuests } from "../../support/register.ts";
import { actorOf, code } from "../live-session/session.ts";
import { createDoors, HOUR, type Doors } from "./check-in-world.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await createDoors(40);
});
afterAll(() => doors.close());

let next = 0;
const somebody = () => doors.members[next++] ?? "";

async function outcomes(...sent: Parameters<Doors["sync"]>): Promise<DoorOutcome[]> {
  const result = await doors.sync(...sent);
  if (!result.ok) throw new Error(result.refusal.code);
  return Object.values(result.value.outcomes);
}

describe("a door", () => {
  it("is kept by stewards and nobody else", async () => {
    const personId = somebody();
    const member = await actorOf(doors.pool, somebody());
    const sent = [{ kind: "arrive" as const, personId }];
    expect(code(await doors.sync(sent, member))).toBe("not-allowed");
    const list = await doors.checkIn.doorList(member, { slug: doors.assembly.slug });
    expect(code(list)).toBe("not-allowed");
    expect(await doors.presence(personId)).toEqual([]);
  });

  it("notes who comes and goes, at its site", async () => {
    const personId = somebody();
    await outcomes([{ kind: "arrive", personId, ago: 30 }]);
    expect(await doors.presence(personId)).toEqual([{ from: 30, place: "namur", channel: "door" }]);
    await outcomes([{ kind: "leave", personId, ago: 10 }]);
    await outcomes([{ kind: "arrive", personId, siteId: doors.sites.gent.id }]);
    expect(await doors.presence(personId)).toEqual([
      { from: 30, to: 10, place: "namur", channel: "door" },
      { from: 0, place: "gent", channel: "door" },
    ]);
  });

  it("takes the same act once, however often it is sent and by however many at once", async () => {
    const personId = somebody();
    const acts = [
      { id: randomUUID(), kind: "arrive" as const, personId, ago: 20 },
      { id: randomUUID(), kind: "leave" as const, personId, ago: 5 },
    ];
    const all = await Promise.all([1, 2, 3, 4].map(() => outcomes(acts)));
    expect(all.flat()).toEqual(Array.from({ length: 8 }, () => "kept"));
    expect(await doors.presence(personId)).toEqual([
      { from: 20, to: 5, place: "namur", channel: "door" },
    ]);
  });

  it("puts what comes late where it belongs", async () => {
    const personId = somebody();
    const actor = await actorOf(doors.pool, personId);
    await doors.run(actor, "session.arrive", { assemblyId: doors.assembly.id });
    // Without network since noon: this person had come into the room twenty minutes ago.
    await outcomes([
      { kind: "arrive", personId, ago: 20 },
      { kind: "leave", personId, ago: 40 },
      { kind: "arrive", personId, ago: 60 },
    ]);
    expect(await doors.presence(personId)).toEqual([
      { from: 60, to: 40, place: "namur", channel: "door" },
      { from: 20, place: "namur", channel: "door" },
    ]);
  });

  it("takes back what it noted by mistake, and leaves the rest as it was", async () => {
    const personId = somebody();
    const id = randomUUID();
    await outcomes([{ kind: "arrive", personId, ago: 50 }]);
    await outcomes([{ id, kind: "arrive", personId, siteId: doors.sites.gent.id, ago: 30 }]);
    expect(await outcomes([{ undoes: id }])).toEqual(["kept"]);
    expect(await outcomes([{ undoes: id }])).toEqual(["kept"]);
    expect(await outcomes([{ undoes: randomUUID() }])).toEqual(["nothing-to-undo"]);
    expect(await doors.presence(personId)).toEqual([{ from: 50, place: "namur", channel: "door" }]);
  });

  it("refuses other days, other assemblies' sites and people nobody knows", async () => {
    const personId = somebody();
    const arrive = { kind: "arrive" as const, personId };
    expect(await outcomes([{ ...arrive, ago: 60 * 48 }])).toEqual(["out-of-time"]);
    expect(await outcomes([{ ...arrive, ago: -30 }])).toEqual(["out-of-time"]);
    expect(await outcomes([{ ...arrive, siteId: randomUUID() }])).toEqual(["unknown"]);
    expect(await outcomes([{ ...arrive, siteId: doors.sites.online.id }])).toEqual(["unknown"]);
    expect(await outcomes([{ ...arrive, personId: randomUUID() }])).toEqual(["unknown"]);
    expect(await doors.presence(personId)).toEqual([]);
  });

  it("brings along whom one represents, until the last one goes", async () => {
    const [legal, first, second] = [somebody(), somebody(), somebody()];
    await doors.pool.query("UPDATE person SET kind = 'legal' WHERE id = $1", [legal]);
    for (const natural of [first, second]) {
      await doors.pool.query(
        `INSERT INTO representation (id, legal_person_id, representative_id, valid_from)
         VALUES (uuidv7(), $1, $2, '2020-01-01')`,
        [legal, natural],
      );
    }
    await outcomes([
      { kind: "arrive", personId: first, ago: 40 },
      { kind: "arrive", personId: second, ago: 30 },
      { kind: "leave", personId: first, ago: 20 },
    ]);
    expect(await doors.presence(legal)).toEqual([{ from: 40, place: "namur", channel: "door" }]);
    await outcomes([{ kind: "leave", personId: second, ago: 10 }]);
    expect(await doors.presence(legal)).toEqual([
      { from: 40, to: 10, place: "namur", channel: "door" },
    ]);
  });

  it("ends a stop of the tour at its hour: nobody is present at the assembly by it", async () => {
    const personId = somebody();
    await outcomes([{ kind: "arrive", personId, siteId: doors.sites.mons.id, ago: 10 }]);
    expect(await doors.presence(personId)).toEqual([
      { from: 10, to: -60, place: "mons", channel: "door" },
    ]);
  });

  it("has a form for each act where no script runs", async () => {
    const personId = somebody();
    const note = (kind: string) =>
      doors.run(doors.steward, "door.note", {
        assemblyId: doors.assembly.id,
        siteId: doors.sites.namur.id,
        personId,
        kind,
      });
    expect(code(await note("arrive"))).toBe("ok");
    const page = await doors.checkIn.doorPage(doors.steward, {
      slug: doors.assembly.slug,
      site: "namur",
      query: "Member",
    });
    if (!page.ok) throw new Error(page.refusal.code);
    expect(page.value.people.length).toBe(20);
    expect(page.value.room?.code).toMatch(/^\d{6}$/);
    expect(page.value.sites.map(({ slug }) => slug)).toEqual(["namur", "gent", "mons"]);
  });
});

describe("the list of a door", () => {
  it("names who is expected and no more than is needed, and says what moved since", async () => {
    const [visitor] = await createGuests(doors.pool, 1);
    const list = await doors.checkIn.doorList(doors.steward, { slug: doors.assembly.slug });
    if (!list.ok) throw new Error(list.refusal.code);
    const { people, now, forgetAt } = list.value;
    // 43 on the roll; one of them is a legal person and comes through two others.
    expect(people.length).toBe(42);
    expect(people.some(([id]) => id === visitor?.id)).toBe(false);
    expect(people.every(([, , , tag]) => /^[\w-]{8}$/.test(tag))).toBe(true);
    expect(people.filter(([, , , , represents]) => represents === 1).length).toBe(2);
    expect(forgetAt - now).toBe(10 * HOUR);

    const news = (since: number) =>
      doors.checkIn.doorNews(doors.steward, { slug: doors.assembly.slug, since });
    const personId = somebody();
    doors.clock.now = new Date(doors.clock.now.getTime() + 60_000);
    await outcomes([{ kind: "arrive", personId, ago: 45 }]);
    const recent = await news(doors.clock.now.getTime());
    if (!recent.ok) throw new Error(recent.refusal.code);
    expect(recent.value.standings).toEqual({
      [personId]: {
        present: true,
        at: doors.clock.now.getTime() - 45 * 60_000,
        siteId: doors.sites.namur.id,
      },
    });
  });
});

describe("presence", () => {
  it("is known by place, now and at any minute", async () => {
    const view = await doors.pool.connect().then(async (client) => {
      const found = await doors.rooms.view(client, doors.assembly.id, "member");
      client.release();
      return found as { presence: Record<string, object>; present: object };
    });
    const names = Object.values(view.presence).map((place) => (place as { kind: string }).kind);
    expect(names.sort()).toEqual(["main", "online", "satellite"]);
    await doors.pool.query("UPDATE assembly SET day = $2 WHERE id = $1", [
      doors.assembly.id,
      dayInBrussels(doors.clock.now),
    ]);
    const ask = (minute: string) =>
      doors.checkIn.presenceDay(doors.steward, { slug: doors.assembly.slug, minute });
    // Everything is noted to the second: the minute after shows it.
    doors.clock.now = new Date(doors.clock.now.getTime() + 60_000);
    const [now, before] = [await ask(localTime(doors.clock.now).slice(-5)), await ask("00:00")];
    if (!now.ok || !before.ok) throw new Error("no presence");
    const total = (counts: [number, number][] = []) =>
      counts.reduce((sum, [persons]) => sum + persons, 0);
    expect(total(now.value.asked?.counts)).toBe((view.present as { persons: number }).persons);
    expect(total(before.value.asked?.counts)).toBe(0);
    expect(now.value.places.map(({ kind }) => kind)).toEqual(["main", "satellite", "online"]);
    expect(now.value.steps.at(-1)?.counts).toEqual(now.value.asked?.counts);
  });

  it("closes with the session; what comes later still counts for its own hour", async () => {
    const chairId = somebody();
    await doors.pool.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from)
       VALUES (uuidv7(), $1, 'chair', 'cooperative', '2020-01-01')`,
      [chairId],
    );
    const chair = await actorOf(doors.pool, chairId);
    const personId = somebody();
    expect(code(await doors.run(chair, "session.close", { assemblyId: doors.assembly.id }))).toBe(
      "ok",
    );
    doors.clock.now = new Date(doors.clock.now.getTime() + HOUR);
    await outcomes([{ kind: "arrive", personId, ago: 90 }]);
    expect(await doors.presence(personId)).toEqual([
      { from: 90, to: 60, place: "namur", channel: "door" },
    ]);
  });
});
