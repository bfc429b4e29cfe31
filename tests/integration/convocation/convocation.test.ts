import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { createConvocationFeature } from "#server/features/convocation/index.ts";
import { noteMailOutcome } from "#server/features/convocation/outcome-sql.ts";
import { hashOf } from "#server/features/convocation/words.ts";
import { draftSections } from "#server/features/minutes/draft-sections.ts";
import { readRecord } from "#server/features/minutes/record.ts";
import { sendMail } from "#server/features/notifications/send-mail.ts";
import { createTestDatabase } from "../../support/database.ts";
import { createLiveAssembly, grantRole } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { actorOf, code } from "../live-session/session.ts";

const MEMBERS = 12;
const clock = { now: new Date() };
const today = dayInBrussels(clock.now);

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** An assembly in preparation, six weeks away, of members with and without an address. */
async function createWorld() {
  const database = await createTestDatabase();
  const { platform, close } = createTestPlatform(database.url, () => clock.now);
  const { pool } = platform;
  const assembly = await createLiveAssembly(pool, MEMBERS);
  const [organiserId = "", ...others] = assembly.electors.map(({ id }) => id);
  await grantRole(pool, organiserId, "organiser");
  await pool.query(
    `UPDATE assembly SET phase = 'prepared', roll_as_of = NULL, day = $2::date,
       starts_at = ($2 || 'T18:00+02:00')::timestamptz WHERE id = $1`,
    [assembly.id, addDays(today, 42)],
  );
  await pool.query("DELETE FROM roll_entry WHERE assembly_id = $1", [assembly.id]);
  await pool.query(
    `UPDATE person SET email = 'm-' || id || '@example.org', email_status = 'working',
       postal = 'Rue du Tilleul 1' || E'\\n' || '5000 Namur'`,
  );
  const [onPaper = "", bounced = ""] = others;
  await pool.query("UPDATE person SET email = NULL WHERE id = $1", [onPaper]);
  const convocation = createConvocationFeature(platform);
  return {
    platform,
    pool,
    assembly,
    onPaper,
    bounced,
    convocation,
    organiser: await actorOf(pool, organiserId),
    member: await actorOf(pool, bounced),
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function run(type: string, payload: object, actor: PersonActor = world.organiser) {
  const command = world.convocation.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  const whole = { assemblyId: world.assembly.id, ...payload };
  return command.handle(actor, command.schema.parse(whole), randomUUID());
}

const page = async () => value(await world.convocation.page(world.organiser, world.assembly.slug));

async function counts() {
  const { state } = await page();
  if (state.kind !== "sent") throw new Error("not sent");
  return state.counts;
}

it("shows the text before it leaves, to who prepares the assembly alone", async () => {
  const { slug } = world.assembly;
  expect(code(await world.convocation.page(world.member, slug))).toBe("not-allowed");
  expect(code(await run("convocation.write", { words: { fr: "Venez." }, revision: 0 }))).toBe("ok");
  expect(code(await run("convocation.write", { words: { fr: "Non." }, revision: 0 }))).toBe(
    "changed-meanwhile",
  );
  const { texts, days, state } = await page();
  expect(texts.fr).toContain("Venez.");
  expect(texts.nl).toContain("Agenda");
  expect(days).toMatchObject({ last: addDays(today, 26), target: addDays(today, 21) });
  expect(state).toEqual({ kind: "draft", expected: { byMail: MEMBERS - 1, byPost: 1 } });
});

it("sends what was read and nothing else, in time and once", async () => {
  const { seal } = await page();
  expect(code(await run("convocation.send", { seal: hashOf("something else") }))).toBe(
    "changed-meanwhile",
  );
  clock.now = new Date(`${addDays(today, 27)}T08:00:00Z`);
  expect(code(await run("convocation.send", { seal }))).toBe("convocation-too-late");
  clock.now = new Date(`${today}T10:00:00Z`);
  expect(code(await run("convocation.send", { seal }, world.member))).toBe("not-allowed");
  const both = await Promise.all([
    run("convocation.send", { seal }),
    run("convocation.send", { seal }),
  ]);
  expect(both.map(code).sort()).toEqual(["changed-meanwhile", "ok"]);
  expect(await counts()).toMatchObject({ addressees: MEMBERS, byMail: MEMBERS - 1, letters: 1 });
  const { rows } = await world.pool.query("SELECT phase FROM assembly WHERE id = $1", [
    world.assembly.id,
  ]);
  expect(rows).toEqual([{ phase: "convened" }]);
});

it("keeps the agenda as it was sent", async () => {
  const change = "UPDATE agenda_item SET title = '{}' WHERE assembly_id = $1";
  await expect(world.pool.query(change, [world.assembly.id])).rejects.toThrow("does not change");
  const progress = "UPDATE agenda_item SET phase = phase WHERE assembly_id = $1";
  await world.pool.query(progress, [world.assembly.id]);
});

it("writes everybody one mail with their own pass, however many processes write", async () => {
  const second = createConvocationFeature(world.platform);
  await Promise.all([world.convocation.mailAddressees(), second.mailAddressees()]);
  await world.convocation.mailAddressees();
  const { rows } = await world.pool.query<{ body: string }>("SELECT body FROM mail");
  expect(rows).toHaveLength(MEMBERS - 1);
  const { texts } = await page();
  const links = rows.map(({ body }) => /\/e\/(\S+)/.exec(body)?.[1]);
  expect(new Set(links).size).toBe(MEMBERS - 1);
  expect(rows.every(({ body }) => Object.values(texts).some((text) => body.includes(text)))).toBe(
    true,
  );
});

it("proves what became of each; a mail that comes back becomes a letter", async () => {
  const { rows } = await world.pool.query<{ id: string; person: string }>(
    "SELECT id, person_id AS person FROM mail",
  );
  for (const { id, person } of rows) {
    if (person === world.bounced) await noteMailOutcome(world.pool, [id], "bounced", clock.now);
    else await sendMail(world.platform, { carry: () => Promise.resolve() }, id);
  }
  expect(await counts()).toMatchObject({ taken: MEMBERS - 2, bounced: 1, letters: 2, posted: 0 });

  const { slug } = world.assembly;
  const letters = value(await world.convocation.letters(world.organiser, { slug, page: 1 }));
  expect(letters).toMatchObject({ total: 2, pages: 1 });
  expect(letters.letters.every(({ pass, address }) => pass && address.length === 2)).toBe(true);
  const list = value(await world.convocation.lettersCsv(world.organiser, slug, "fr"));
  expect(list.trim().split("\r\n")).toHaveLength(3);

  const until = clock.now.getTime();
  expect(code(await run("convocation.posted", { until: until - 1 }))).toBe("changed-meanwhile");
  expect(code(await run("convocation.posted", { until }))).toBe("ok");
  expect(await counts()).toMatchObject({ letters: 2, posted: 2 });
  const proof = value(await world.convocation.proofCsv(world.organiser, slug, "fr"));
  expect(proof.trim().split("\r\n")).toHaveLength(MEMBERS + 1);
  expect(proof).toContain(hashOf((await page()).texts.fr));
});

it("gives the minutes their paragraph", async () => {
  const record = await readRecord(world.pool, world.assembly.id);
  const sections = draftSections(record, "fr");
  const text = sections.find(({ key }) => key === "convocation")?.text;
  expect(text).toContain(`Personnes convoquées\u00a0: ${MEMBERS}, dont ${MEMBERS - 1} par mail`);
  expect(text).toContain("revenus et suivis d’une lettre\u00a0: 1.");
  expect(text).toContain(hashOf((await page()).texts.fr));
});

it("convenes who is admitted after it left", async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    `INSERT INTO person (id, register_no, given_name, family_name, language, email, email_status)
     VALUES (gen_random_uuid(), 'new-1', 'Nora', 'Nouvelle', 'fr', 'nora@example.org', 'working')
     RETURNING id`,
  );
  await world.pool.query(
    `INSERT INTO membership_event (id, person_id, kind, category_id, shares, effective_on)
     SELECT gen_random_uuid(), $1, 'admitted', category_id, 1, $2 FROM membership_event LIMIT 1`,
    [rows[0]?.id, today],
  );
  expect((await counts()).unproven).toBe(1);
  clock.now = new Date(clock.now.getTime() + 11 * 60_000);
  expect(await world.convocation.mailAddressees()).toBe(1);
  expect((await counts()).unproven).toBe(0);
});
