import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASS_SESSION_HOURS } from "#domain/check-in/way-in.ts";
import type { Result } from "#domain/kernel/result.ts";
import { attendanceList } from "#server/features/check-in/attendance-list.ts";
import { attendanceCsv } from "#server/features/check-in/attendance-csv.ts";
import { attendancePdf } from "#server/features/check-in/attendance-pdf.ts";
import { actorOf, code } from "../live-session/session.ts";
import { createDoors, HOUR, type Doors } from "./check-in-world.ts";

const ANONYMOUS = { kind: "anonymous" } as const;

let doors: Doors;
beforeAll(async () => {
  doors = await createDoors(30);
});
afterAll(() => doors.close());

let next = 0;
const somebody = () => doors.members[next++] ?? "";
let visitors = 0;
const visitor = () => ({ ip: `192.0.2.${++visitors}`, device: "Firefox, Android" });

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function tokenOf(personId: string): Promise<string> {
  const actor = await actorOf(doors.pool, personId);
  const page = value(await doors.checkIn.ownPass(actor, doors.assembly.slug));
  return page.path.slice("/e/".length);
}

async function roomCode(site = "namur"): Promise<string> {
  const shown = await doors.checkIn.posters(doors.steward, { slug: doors.assembly.slug, site });
  return value(shown).posters[0]?.room?.code ?? "";
}

const enter = (token: string, code: string, from = visitor()) =>
  doors.checkIn.enterWithPass(ANONYMOUS, { token, code }, from);

describe("a short address", () => {
  it("leads to its site, however it is typed; another one leads nowhere", async () => {
    const { code: short } = doors.sites.gent;
    expect(short).toMatch(/^[ACDEFHJKMNPRTWXY]{6}$/);
    const typed = ` ${short.slice(0, 3).toLowerCase()}-${short.slice(3)}`;
    const found = value(await doors.checkIn.wayIn(ANONYMOUS, typed));
    expect(found.site.slug).toBe("gent");
    expect(found).toMatchObject({ open: true, here: false });
    expect(code(await doors.checkIn.wayIn(ANONYMOUS, "AAAAAA"))).toBe("not-found");
  });

  it("lets who is signed in say that they are in that room", async () => {
    const actor = await actorOf(doors.pool, somebody());
    const arrive = (siteId: string) =>
      doors.run(actor, "site.arrive", { assemblyId: doors.assembly.id, siteId });
    expect(code(await arrive(doors.sites.gent.id))).toBe("ok");
    expect(code(await arrive(doors.sites.online.id))).toBe("not-found");
    expect(await doors.presence(actor.personId)).toEqual([
      { from: 0, place: "gent", channel: "room" },
    ]);
    expect(value(await doors.checkIn.wayIn(actor, doors.sites.gent.code)).here).toBe(true);
  });
});

describe("a pass", () => {
  it("is the same each time, and only a hash of it is kept", async () => {
    const personId = somebody();
    const token = await tokenOf(personId);
    expect(await tokenOf(personId)).toBe(token);
    expect(token).toMatch(/^[\w-]{22}$/);
    const { rows } = await doors.pool.query<{ row: string }>(
      "SELECT e::text AS row FROM entry_pass e WHERE person_id = $1",
      [personId],
    );
    expect(rows.length).toBe(1);
    expect(rows[0]?.row).not.toContain(token);
  });

  it("signs in and checks in together with the room's code, until the day is over", async () => {
    const personId = somebody();
    const entered = value(await enter(await tokenOf(personId), await roomCode("gent")));
    expect(entered.slug).toBe(doors.assembly.slug);
    expect(await doors.presence(personId)).toEqual([{ from: 0, place: "gent", channel: "pass" }]);
    const cookie = `palabre_session=${entered.sessionId}`;
    const signedIn = await doors.auth.actorOfCookieHeader(cookie);
    expect(signedIn.actor).toMatchObject({ kind: "person", personId });
    // Using it does not make it longer.
    const { rows } = await doors.pool.query<{ hours: number }>(
      `SELECT extract(epoch FROM expires_at - $2)::int / 3600 AS hours
       FROM auth_session WHERE person_id = $1 AND ends_at IS NOT NULL`,
      [personId, doors.clock.now],
    );
    expect(rows).toEqual([{ hours: PASS_SESSION_HOURS }]);
    const journal = await doors.pool.query(
      "SELECT FROM audit_entry WHERE actor_id = $1 AND action = 'pass.entered'",
      [personId],
    );
    expect(journal.rowCount).toBe(1);
  });

  it("opens nothing alone, nor with the digits of another minute or another assembly", async () => {
    const personId = somebody();
    const token = await tokenOf(personId);
    const right = await roomCode();
    const wrong = right === "000000" ? "000001" : "000000";
    expect(code(await enter(token, wrong))).toBe("wrong-room-code");
    expect(code(await enter("A".repeat(22), right))).toBe("pass-unknown");
    const before = doors.clock.now;
    doors.clock.now = new Date(before.getTime() + 5 * 60_000);
    expect(code(await enter(token, right))).toBe("wrong-room-code");
    doors.clock.now = before;
    expect(await doors.presence(personId)).toEqual([]);
    expect(code(await enter(token, right))).toBe("ok");
  });

  it("cannot be guessed at: eight tries, then a pause", async () => {
    const token = await tokenOf(somebody());
    const tries: string[] = [];
    for (let n = 0; n < 10; n += 1) tries.push(code(await enter(token, `99999${n}`)));
    expect(tries.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => "wrong-room-code"));
    expect(tries.slice(8)).toEqual(["too-many-requests", "too-many-requests"]);
  });

  it("does not open the account of who holds a role", async () => {
    const token = await tokenOf(doors.secretary.personId);
    expect(code(await enter(token, await roomCode()))).toBe("pass-not-for-office");
    // Signed in already, they are noted as here.
    const digits = await roomCode();
    const self = await doors.checkIn.enterWithPass(
      doors.secretary,
      { token, code: digits },
      visitor(),
    );
    expect(self).toMatchObject({ ok: true, value: { slug: doors.assembly.slug } });
    expect(value(self).sessionId).toBeUndefined();
  });

  it("is worthless once it was replaced", async () => {
    const actor = await actorOf(doors.pool, somebody());
    const old = await tokenOf(actor.personId);
    await doors.run(actor, "pass.renew", { assemblyId: doors.assembly.id });
    const fresh = await tokenOf(actor.personId);
    expect(fresh).not.toBe(old);
    expect(code(await enter(old, await roomCode()))).toBe("pass-unknown");
    expect(code(await enter(fresh, await roomCode()))).toBe("ok");
  });

  it("goes by mail once to everybody expected, in their language", async () => {
    const { pool, assembly } = doors;
    await pool.query(
      `UPDATE person SET email = id || '@demo.example', email_status = 'working'
       WHERE id IN (SELECT person_id FROM roll_entry WHERE assembly_id = $1 LIMIT 12)`,
      [assembly.id],
    );
    const member = await actorOf(pool, somebody());
    const send = (actor: typeof member) =>
      doors.run(actor, "pass.send", { assemblyId: assembly.id });
    expect(code(await send(member))).toBe("not-allowed");
    expect(await doors.checkIn.mailPasses()).toBe(0);
    expect(code(await send(doors.organiser))).toBe("ok");
    const written = await Promise.all([doors.checkIn.mailPasses(), doors.checkIn.mailPasses()]);
    expect(written[0] + written[1]).toBe(12);
    expect(await doors.checkIn.mailPasses()).toBe(0);
    const { rows } = await pool.query<{ body: string; person: string }>(
      "SELECT body, person_id AS person FROM mail WHERE person_id IS NOT NULL",
    );
    expect(rows.length).toBe(12);
    expect(
      new Set(rows.map(({ body }) => body.split("\n")[0]?.split(" ")[0])).size,
    ).toBeGreaterThan(2);
    const token = /\/e\/([\w-]{22})/.exec(rows[0]?.body ?? "")?.[1] ?? "";
    expect(await tokenOf(rows[0]?.person ?? "")).toBe(token);
  });
});

describe("guests", () => {
  it("watch where they are welcome, and see nobody's name", async () => {
    const { slug, id: assemblyId } = doors.assembly;
    const author = await actorOf(doors.pool, somebody());
    await doors.pool.query(
      `INSERT INTO question (id, assembly_id, author_id, number, kind, state, language, text,
         created_at)
       VALUES (uuidv7(), $1, $2, 1, 'open', 'published', 'fr', 'Une question ?', now())`,
      [assemblyId, author.personId],
    );
    expect(code(await doors.checkIn.guestView(slug))).toBe("not-signed-in");
    const open = { assemblyId, open: true };
    expect(code(await doors.run(author, "guests.welcome", open))).toBe("not-allowed");
    expect(code(await doors.run(doors.organiser, "guests.welcome", open))).toBe("ok");
    const view = value(await doors.checkIn.guestView(slug));
    expect(Object.values(view.questions).map(({ text }) => text)).toEqual(["Une question ?"]);
    expect(JSON.stringify(view)).not.toContain('"author"');
  });
});

describe("the attendance list", () => {
  it("is for those who answer for it, and fits into a sheet and onto paper", async () => {
    const member = await actorOf(doors.pool, somebody());
    const { slug } = doors.assembly;
    expect(code(await doors.checkIn.attendanceCsv(member, slug, "fr"))).toBe("not-allowed");
    expect(code(await doors.checkIn.attendancePdf(doors.steward, slug, "fr"))).toBe("not-allowed");
    await doors.pool.query(
      "UPDATE person SET given_name = '=cmd()', family_name = 'Éloïse \"Ø\"; x' WHERE id = $1",
      [doors.members[0]],
    );
    const list = value(await attendanceList(doors.platform, doors.secretary, slug));
    expect(list.totals.persons).toBe(list.attendees.length);
    expect(list.totals.rollPersons).toBe(33);
    const csv = attendanceCsv(list, "fr");
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv).toContain(`"'=cmd() Éloïse ""Ø""; x"`);
    expect(csv.trim().split("\r\n").length).toBe(
      1 + list.attendees.flatMap((a) => a.intervals).length,
    );

    const many = { ...list, attendees: Array.from({ length: 60 }, () => list.attendees).flat() };
    const pdf = (await attendancePdf(many, "fr")).toString("latin1");
    expect(pdf.startsWith("%PDF-1.7")).toBe(true);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toContain("/Lang (fr)");
    expect(pdf).toContain("/S /TH");
  });
});

describe("doors", () => {
  it("show no digits outside their hours", async () => {
    await doors.pool.query("UPDATE assembly SET phase = 'convened' WHERE id = $1", [
      doors.assembly.id,
    ]);
    const digits = await roomCode();
    expect(digits).toMatch(/^\d{6}$/);
    doors.clock.now = new Date(doors.clock.now.getTime() + 30 * HOUR);
    expect(await roomCode()).toBe("");
    expect(code(await enter(await tokenOf(somebody()), digits))).toBe("doors-closed");
  });
});
