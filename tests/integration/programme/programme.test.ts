import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { noticesPage } from "#server/features/notifications/notices.ts";
import { createProgrammeFeature } from "#server/features/programme/index.ts";
import { createSite, fullHour, sessionFields } from "../../support/programme.ts";
import { code, createTestSession, type TestSession } from "../live-session/session.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let session: TestSession;
let programme: ReturnType<typeof createProgrammeFeature>;
let site: { id: string; slug: string };
let clockAt: number | undefined;

beforeAll(async () => {
  session = await createTestSession(20);
  session.platform.clock.now = () => new Date(clockAt ?? Date.now());
  programme = createProgrammeFeature(session.platform);
  await session.pool.query(
    "UPDATE person SET language = 'fr', email = id || '@example.org', email_status = 'working'",
  );
  site = await createSite(session.pool, session.assembly.id, { startsAt: tomorrow(8) });
});
afterAll(() => session.close());

/** Tomorrow's noon in Brussels is never near midnight, whatever the hour of this run. */
function tomorrow(hours: number): Date {
  const day = localTime(new Date(Date.now() + DAY_MS)).slice(0, 10);
  return new Date(Date.parse(`${day}T08:00:00Z`) + (hours - 8) * HOUR_MS);
}

function run(actor: PersonActor, type: string, payload: object): Promise<Result<unknown>> {
  const command = programme.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  return command.handle(actor, command.schema.parse(payload), randomUUID());
}

async function addSession(more: Record<string, unknown> = {}): Promise<string> {
  const startsAt = (more["startsAt"] as Date | undefined) ?? tomorrow(10);
  const result = await run(session.bureau.organiser, "programme.add-session", {
    assemblyId: session.assembly.id,
    ...sessionFields(site.id, { ...more, startsAt }),
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return (result.value as { sessionId: string }).sessionId;
}

const register = (actor: PersonActor, sessionId: string) =>
  run(actor, "programme.register", { sessionId });
const withdraw = (actor: PersonActor, sessionId: string) =>
  run(actor, "programme.withdraw", { sessionId });

async function placeOf(actor: PersonActor, sessionId: string) {
  const page = await programme.page(actor, session.assembly.slug);
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.sessions.find(({ id }) => id === sessionId)?.mine;
}

/** What somebody was told, the latest last. */
async function toldTo(actor: PersonActor) {
  const page = await noticesPage(session.platform, actor, { language: "fr" });
  if (!page.ok) throw new Error(page.refusal.code);
  const said = page.value.groups.flatMap(({ notices }) => notices).reverse();
  return said.map(({ subject, text }) => ({
    subject: subject.replace(/[\u00a0\u202f]/g, " "),
    text,
  }));
}
const subjectsTo = async (actor: PersonActor) =>
  (await toldTo(actor)).map(({ subject }) => subject);

describe("places", () => {
  it("go to who comes first; who waits moves up in the transaction that frees one", async () => {
    const sessionId = await addSession({ capacity: 2 });
    const [first, second, third, fourth] = [0, 1, 2, 3].map(session.member);
    for (const actor of [first!, second!, third!, fourth!]) {
      expect(code(await register(actor, sessionId))).toBe("ok");
    }
    expect(await placeOf(first!, sessionId)).toEqual({ state: "registered" });
    expect(await placeOf(third!, sessionId)).toEqual({ state: "waiting", rank: 1 });
    expect(await placeOf(fourth!, sessionId)).toEqual({ state: "waiting", rank: 2 });

    expect(code(await withdraw(first!, sessionId))).toBe("ok");
    expect(await placeOf(first!, sessionId)).toBeUndefined();
    expect(await placeOf(third!, sessionId)).toEqual({ state: "registered" });
    expect(await placeOf(fourth!, sessionId)).toEqual({ state: "waiting", rank: 1 });
    expect((await subjectsTo(third!)).at(-1)).toContain("Un atelier");
    expect(await subjectsTo(fourth!)).toEqual([]);
  });

  it("are never more than there are, however many ask at once", async () => {
    const sessionId = await addSession({ capacity: 3 });
    const actors = Array.from({ length: 10 }, (_, at) => session.member(at));
    await Promise.all(actors.map((actor) => register(actor, sessionId)));
    await Promise.all([
      ...actors.slice(0, 4).map((actor) => withdraw(actor, sessionId)),
      ...actors.slice(4).map((actor) => register(actor, sessionId)),
    ]);
    const { rows } = await session.pool.query<{ state: string; count: string }>(
      `SELECT state, count(*) FROM programme_registration WHERE session_id = $1
       GROUP BY state ORDER BY state`,
      [sessionId],
    );
    expect(rows).toEqual([
      { state: "registered", count: "3" },
      { state: "waiting", count: "3" },
    ]);
  });

  it("asked for twice are one, and are refused where nobody registers or all is over", async () => {
    const sessionId = await addSession({ capacity: 5 });
    const [actor] = [session.member(0)];
    await register(actor, sessionId);
    const again = await register(actor, sessionId);
    expect(again).toEqual({ ok: true, value: { state: "registered" } });
    const open = await addSession({ registers: false });
    expect(code(await register(actor, open))).toBe("no-registration");
    const past = await addSession({ startsAt: fullHour(Date.now() - 3 * HOUR_MS) });
    expect(code(await register(actor, past))).toBe("session-over");
  });

  it("more of them are given at once to who waits longest", async () => {
    const sessionId = await addSession({ capacity: 1 });
    const actors = [0, 1, 2].map(session.member);
    for (const actor of actors) await register(actor, sessionId);
    const changed = await run(session.bureau.organiser, "programme.change-session", {
      sessionId,
      revision: "0",
      ...sessionFields(site.id, { startsAt: tomorrow(10), capacity: "2" }),
    });
    expect(code(changed)).toBe("ok");
    expect(await placeOf(actors[1]!, sessionId)).toEqual({ state: "registered" });
    expect(await placeOf(actors[2]!, sessionId)).toEqual({ state: "waiting", rank: 1 });
  });
});

describe("changes by organisers", () => {
  it("are theirs alone, from what they saw, and told once to each who registered", async () => {
    const sessionId = await addSession({ title: { fr: "Voyage" } });
    const member = session.member(12);
    await register(member, sessionId);
    const moved = {
      sessionId,
      revision: 0,
      ...sessionFields(site.id, { title: { fr: "Voyage" }, startsAt: tomorrow(14) }),
    };
    expect(code(await run(member, "programme.change-session", moved))).toBe("not-allowed");
    expect(code(await run(session.bureau.organiser, "programme.change-session", moved))).toBe("ok");
    expect(code(await run(session.bureau.secretary, "programme.change-session", moved))).toBe(
      "changed-meanwhile",
    );
    while ((await programme.tellOfChanges()) > 0);
    await programme.tellOfChanges();
    expect(await subjectsTo(member)).toEqual(["Changement : Voyage"]);
  });

  it("a place that does not open takes its sessions with it", async () => {
    const other = await createSite(session.pool, session.assembly.id, {
      kind: "stop",
      startsAt: tomorrow(8),
    });
    const sessionId = await addSession({ siteId: other.id, title: { fr: "Étape" } });
    const member = session.member(13);
    await register(member, sessionId);
    const cancelled = await run(session.bureau.organiser, "programme.cancel-site", {
      siteId: other.id,
      reason: "La salle est inondée",
    });
    expect(code(cancelled)).toBe("ok");
    await programme.tellOfChanges();
    expect(await subjectsTo(member)).toEqual(["Annulé : Étape"]);
    expect(code(await register(session.member(7), sessionId))).toBe("session-cancelled");
    const page = await programme.session(member, { slug: session.assembly.slug, sessionId });
    expect(page.ok && page.value.session.cancelReason).toBe("La salle est inondée");
  });
});

describe("one's own programme", () => {
  it("shows what happens at the same time, and hears of it the day before, in one notice", async () => {
    const member = session.member(14);
    const one = await addSession({ title: { fr: "Premier" }, startsAt: tomorrow(10) });
    const two = await addSession({ title: { fr: "Second" }, startsAt: tomorrow(10) });
    const later = await addSession({ title: { fr: "Plus tard" }, startsAt: tomorrow(15) });
    for (const sessionId of [one, two, later]) await register(member, sessionId);
    const mine = await programme.mine(member, session.assembly.slug);
    expect(mine.ok && mine.value.conflicts[one]).toEqual([two]);
    expect(mine.ok && mine.value.conflicts[later]).toEqual([]);

    clockAt = tomorrow(7).getTime() - DAY_MS;
    expect(await programme.remindOfTomorrow()).toBe(0);
    clockAt = tomorrow(12).getTime() - DAY_MS;
    while ((await programme.remindOfTomorrow()) > 0);
    clockAt = undefined;
    const reminders = (await toldTo(member)).filter(({ subject }) => subject.startsWith("Demain"));
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.text).toMatch(/(Premier[^]*Second|Second[^]*Premier)[^]*Plus tard/);
  });

  it("is read by a calendar at a secret address, until it is revoked", async () => {
    const member = session.member(15);
    const sessionId = await addSession({ title: { fr: "Agenda; à noter" } });
    await register(member, sessionId);
    expect(code(await run(member, "programme.renew-feed", {}))).toBe("ok");
    const token = await tokenOf(member);
    const feed = await programme.feedCalendar(token);
    expect(feed.ok && feed.value).toContain("SUMMARY;LANGUAGE=fr:Agenda\\; à noter");
    const { rows } = await session.pool.query("SELECT * FROM programme_feed");
    expect(JSON.stringify(rows)).not.toContain(token);

    await run(member, "programme.renew-feed", {});
    expect(code(await programme.feedCalendar(token))).toBe("not-found");
    const renewed = await tokenOf(member);
    expect(code(await programme.feedCalendar(renewed))).toBe("ok");
    await run(member, "programme.revoke-feed", {});
    expect(code(await programme.feedCalendar(renewed))).toBe("not-found");
  });

  async function tokenOf(actor: PersonActor): Promise<string> {
    const mine = await programme.mine(actor, session.assembly.slug);
    if (!mine.ok || !mine.value.feedUrl) throw new Error("no address");
    return new URL(mine.value.feedUrl).pathname.split("/")[2] ?? "";
  }
});

describe("what was said", () => {
  it("is noted by the session's rapporteur, and read once published", async () => {
    const rapporteur = session.member(16);
    const { rows } = await session.pool.query<{ no: string }>(
      `UPDATE person SET register_no = coalesce(register_no, 'R-10') WHERE id = $1
       RETURNING register_no AS no`,
      [rapporteur.personId],
    );
    const sessionId = await addSession({ rapporteurNo: rows[0]?.no });
    const note = { sessionId, language: "fr", text: "Ce qui s'est dit.", revision: 0 };
    expect(code(await run(session.member(0), "programme.write-note", note))).toBe("not-allowed");
    expect(code(await run(rapporteur, "programme.write-note", note))).toBe("ok");
    expect(code(await run(rapporteur, "programme.write-note", note))).toBe("changed-meanwhile");
    const read = async (actor: PersonActor) => {
      const page = await programme.session(actor, { slug: session.assembly.slug, sessionId });
      return page.ok ? page.value.note?.texts : undefined;
    };
    expect(await read(session.member(0))).toBeUndefined();
    expect(await read(rapporteur)).toEqual({ fr: "Ce qui s'est dit." });
    await run(rapporteur, "programme.publish-note", { sessionId, open: true });
    expect(await read(session.member(0))).toEqual({ fr: "Ce qui s'est dit." });
  });

  it("is owed after a stop, and overdue when it is not there in time", async () => {
    const stop = await createSite(session.pool, session.assembly.id, {
      kind: "stop",
      startsAt: new Date(Date.now() - 9 * DAY_MS),
    });
    const stateOf = async () => {
      const page = await programme.site(session.member(0), {
        slug: session.assembly.slug,
        site: stop.slug,
      });
      return page.ok ? page.value.synthesis : undefined;
    };
    const sideBySide = async () => {
      const page = await programme.syntheses(session.member(0), session.assembly.slug);
      return page.ok ? page.value.stops.find((one) => one.site.id === stop.id) : undefined;
    };
    expect(await stateOf()).toMatchObject({ state: "overdue" });
    const { secretary } = session.bureau;
    const text = { siteId: stop.id, language: "fr", text: "Entendu", revision: 0 };
    const publish = { siteId: stop.id, open: true };
    expect(code(await run(secretary, "programme.publish-synthesis", publish))).toBe("bad-input");
    expect(code(await run(secretary, "programme.write-synthesis", text))).toBe("ok");
    expect(await stateOf()).not.toHaveProperty("written");
    expect(await sideBySide()).toMatchObject({ state: "overdue" });
    expect(await sideBySide()).not.toHaveProperty("texts");
    expect(code(await run(secretary, "programme.publish-synthesis", publish))).toBe("ok");
    expect(await stateOf()).toMatchObject({
      state: "published",
      written: { texts: { fr: "Entendu" } },
    });
    expect(await sideBySide()).toMatchObject({ state: "published", texts: { fr: "Entendu" } });
  });

  it("figures of the regions are taken once", async () => {
    const { assembly, bureau } = session;
    const take = () => run(bureau.organiser, "programme.take-figures", { assemblyId: assembly.id });
    expect(code(await take())).toBe("ok");
    expect(code(await take())).toBe("figures-taken");
  });
});
