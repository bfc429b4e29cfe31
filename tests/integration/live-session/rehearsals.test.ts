import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createThrowAway } from "#server/rehearsal/throw-away.ts";
import { signInAs } from "../../support/actors.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../../support/live-assembly.ts";

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let organiser: PersonActor;
let member: PersonActor;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  assembly = await createLiveAssembly(pool, 2);
  const [first, second] = assembly.electors.map(({ id }) => id);
  await grantRole(pool, first ?? "", "organiser");
  [organiser, member] = (await signInAs(container, [first ?? "", second ?? ""])) as [
    PersonActor,
    PersonActor,
  ];
});

beforeEach(async () => {
  await pool.query("DELETE FROM rehearsal");
  await pool.query("UPDATE assembly SET phase = 'convened'");
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const rehearsals = () => container.api.liveSession.rehearsals;
const ask = (actor: PersonActor) => rehearsals().ask(actor, { slug: assembly.slug, members: 20 });

async function latest() {
  const found = await rehearsals().latest(organiser, assembly.slug);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

it("is asked for by organisers alone, and seen by them alone", async () => {
  const refused = { ok: false, refusal: { code: "not-allowed" } };
  expect(await ask(member)).toMatchObject(refused);
  expect(await rehearsals().latest(member, assembly.slug)).toMatchObject(refused);
  expect(await ask(organiser)).toMatchObject({ ok: true });
  expect(await latest()).toMatchObject([{ members: 20, state: "waiting", progress: 0 }]);
});

it("is refused while a session is live", async () => {
  await pool.query("UPDATE assembly SET phase = 'live' WHERE id = $1", [assembly.id]);
  expect(await ask(organiser)).toMatchObject({ ok: false, refusal: { code: "wrong-phase" } });
});

it("asked for twice is one", async () => {
  await Promise.all([ask(organiser), ask(organiser), ask(organiser)]);
  expect(await latest()).toHaveLength(1);
});

it("of a process that died is ended, and its database dropped", async () => {
  const place = await createThrowAway(database.url, process.cwd());
  await ask(organiser);
  await pool.query(
    "UPDATE rehearsal SET state = 'running', place = $1, seen_at = now() - interval '2 minutes'",
    [place.name],
  );
  await rehearsals().clearAbandoned();
  expect(await latest()).toMatchObject([{ state: "failed" }]);
  const left = await pool.query("SELECT FROM pg_database WHERE datname = $1", [place.name]);
  expect(left.rowCount).toBe(0);
  // The next one may be asked for.
  await ask(organiser);
  expect(await latest()).toMatchObject([{ state: "waiting" }, { state: "failed" }]);
});

it("of a process that lives is left alone", async () => {
  await ask(organiser);
  await pool.query("UPDATE rehearsal SET state = 'running', seen_at = now()");
  await rehearsals().clearAbandoned();
  expect(await latest()).toMatchObject([{ state: "running" }]);
});
