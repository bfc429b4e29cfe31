import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { apartId } from "#domain/kernel/apart.ts";
import { createProgrammeFeature } from "#server/features/programme/index.ts";
import { createSmartlabFeature } from "#server/features/smartlab/index.ts";
import { code } from "../live-session/session.ts";
import { must } from "../surveys/campaign.ts";
import { createLineWorld, type LineWorld } from "./line-world.ts";

let world: LineWorld;
let smartlab: ReturnType<typeof createSmartlabFeature>;
let programme: ReturnType<typeof createProgrammeFeature>;
let ana: PersonActor;
let bo: PersonActor;
beforeAll(async () => {
  world = await createLineWorld();
  smartlab = createSmartlabFeature(world.platform);
  programme = createProgrammeFeature(world.platform);
  [ana, bo] = world.workers as [PersonActor, PersonActor];
});
afterAll(() => world.close());

const NOBODY: Actor = { kind: "anonymous" };

/** A lab of these people, as its tables have it. */
async function lab(people: readonly PersonActor[]): Promise<{ id: string; slug: string }> {
  const [id, slug] = [randomUUID(), `lab-${randomUUID().slice(0, 8)}`];
  await world.pool.query(
    `INSERT INTO lab (id, slug, state, language, title, theme, model, origin, why_now, makes,
       city, proposed_at, opened_at)
     VALUES ($1, $2, 'meeting', 'nl', 'Repetities', 'work', 'own', 'member', 'Nu', 'Een nota',
       'Gent', '2026-02-01', '2026-02-02')`,
    [id, slug],
  );
  await world.pool.query(
    `INSERT INTO lab_person (lab_id, person_id, standing, interested_at, joined_at, since)
     SELECT $1, id, 'joined', '2026-02-01', '2026-02-02', '2026-02-01' FROM unnest($2::uuid[]) AS id`,
    [id, people.map(({ personId }) => personId)],
  );
  return { id, slug };
}

type NewSession = { apart?: boolean; cancelled?: boolean; startsAt?: string };

/** A workshop in Ghent on the first of March, of an assembly of its own. */
async function session({ apart, cancelled, startsAt = "2026-03-01T13:00:00Z" }: NewSession = {}) {
  const chance = randomUUID();
  const assemblyId = apart ? apartId(chance) : chance;
  const slug = `jour-${chance.slice(0, 8)}`;
  await addAssembly(world.pool, { id: assemblyId, slug, kind: apart ? "workers" : "ordinary" });
  const { rows } = await world.pool.query<{ id: string }>(
    `WITH place AS (
       INSERT INTO site (assembly_id, slug, kind, name, city, office_id, position, starts_at, ends_at)
       VALUES ($1, 'gent', 'main', 'De zaal', 'Gent', 'gent', 1, $2, $2::timestamptz + '2h')
       RETURNING id)
     INSERT INTO programme_session (assembly_id, site_id, kind, title, languages, starts_at, ends_at,
       cancelled_at)
     SELECT $1, id, 'workshop', '{"fr":"Payer les répétitions","nl":"Repetities betalen"}', '{fr}', $2,
       $2::timestamptz + '2h', $3 FROM place RETURNING id`,
    [assemblyId, startsAt, cancelled ? "2026-02-28" : null],
  );
  return { id: rows[0]!.id, slug };
}

function addAssembly(pool: Pool, assembly: { id: string; slug: string; kind: string }) {
  return pool.query(
    `INSERT INTO assembly (id, slug, kind, title, day, starts_at, place, profile_version, phase)
     SELECT $1, $2, $3, '{"fr":"Un jour"}', '2026-03-01', '2026-03-01T09:00Z', 'Gent', version,
       'convened' FROM statute_profile LIMIT 1`,
    [assembly.id, assembly.slug, assembly.kind],
  );
}

const words = (more: object) => ({
  ...{ seen: "on", kind: "demand", theme: world.themes[0]!.id, city: "gent", language: "fr" },
  ...{ sentence: `Une demande ${randomUUID().slice(0, 6)}`, paragraph: "Parce que." },
  ...more,
});
const propose = (actor: PersonActor, slug: string, more: object) =>
  world.run<{ id: string }>(actor, "proposal.propose", { slug, ...words(more) });

const labPage = async (actor: Actor, slug: string) =>
  must(await smartlab.page(actor, slug)).proposals;
const sessionPage = async (actor: Actor, { slug, id }: { slug: string; id: string }) =>
  must(await programme.session(actor, { slug, sessionId: id })).proposals;
const beginning = async (actor: Actor, slug: string, asked: Record<string, string>) => {
  const read = { slug, language: "fr", asked } as const;
  return must(await world.feature.proposals.proposing(actor, read)).from;
};
const sourcesOf = async (slug: string, id: string) => {
  const read = { slug, language: "fr", code: id } as const;
  return must(await world.feature.proposals.proposal(bo, read)).sources;
};

it("leads who belong to a lab to each edition that gathers, and nobody of the employer's side", async () => {
  const { first, organiser, director, adviser, observer, addEdition, edition } = world;
  const { slug } = await addEdition();
  await addEdition({ stage: "frozen" });
  const crossed = [organiser, director, adviser, observer];
  const { slug: labSlug } = await lab([ana, first, ...crossed]);
  for (const member of [ana, first]) {
    const { proposeIn } = await labPage(member, labSlug);
    expect(proposeIn.map((one) => one.slug).toSorted()).toEqual([slug, edition.slug].toSorted());
  }
  for (const other of [...crossed, bo, NOBODY]) {
    expect((await labPage(other, labSlug)).proposeIn).toEqual([]);
  }
});

it("keeps the lab a proposal came from, for its own people alone, and counts it on the lab's page", async () => {
  const { pool } = world;
  const { slug } = await world.addEdition();
  const { id: labId, slug: labSlug } = await lab([ana]);
  expect(await beginning(ana, slug, { lab: labId })).toEqual({
    ...{ field: "labId", id: labId, text: "Repetities", language: "nl" },
  });
  for (const [actor, asked] of [
    [bo, labId],
    [ana, randomUUID()],
    [ana, "nothing"],
    [NOBODY, labId],
  ] as const) {
    expect(await beginning(actor, slug, { lab: asked })).toBeUndefined();
  }
  expect(code(await propose(bo, slug, { labId }))).toBe("not-found");
  expect(code(await propose(ana, slug, { labId: randomUUID() }))).toBe("not-found");
  expect(code(await propose(world.director, slug, { labId }))).toBe("proposal-employer-side");
  expect((await labPage(bo, labSlug)).total).toBe(0);

  const { id } = must(await propose(ana, slug, { labId }));
  expect(await sourcesOf(slug, id)).toEqual([
    { kind: "lab", label: "Repetities", language: "nl", link: `/smartlab/${labSlug}` },
  ]);
  const seen = await labPage(NOBODY, labSlug);
  expect(seen).toMatchObject({ total: 1, proposals: [{ id, slug }] });
  expect(JSON.stringify(seen)).not.toContain(ana.personId);

  // What was merged is met where it goes on; what was taken back is not.
  const whole = await world.addProposal({ editionId: await idOf(slug), author: bo });
  await pool.query("UPDATE proposal SET state = 'merged', merged_into = $2 WHERE id = $1", [
    ...[id, whole],
  ]);
  expect(await labPage(NOBODY, labSlug)).toMatchObject({ total: 1, proposals: [{ id: whole }] });
  await pool.query("UPDATE proposal SET state = 'withdrawn' WHERE id = $1", [whole]);
  expect((await labPage(NOBODY, labSlug)).total).toBe(0);
});

it("keeps the session a proposal came from with its title, city and day, and the way back", async () => {
  const { slug } = await world.addEdition();
  const workshop = await session();
  const label = "Payer les répétitions, Gent, 2026-03-01";
  expect(await beginning(ana, slug, { workshop: workshop.id })).toEqual({
    ...{ field: "sessionId", id: workshop.id, text: label, language: "fr", city: "gent" },
  });
  expect((await sessionPage(ana, workshop)).proposeIn.map((one) => one.slug)).toContain(slug);
  for (const other of [world.organiser, world.director, world.observer, NOBODY]) {
    expect((await sessionPage(other, workshop)).proposeIn).toEqual([]);
  }
  const { id } = must(await propose(ana, slug, { sessionId: workshop.id }));
  expect(await sourcesOf(slug, id)).toEqual([
    {
      ...{ kind: "workshop", label, language: "fr" },
      link: `/assembly/${workshop.slug}/programme/sessions/${workshop.id}`,
    },
  ]);
  expect(await sessionPage(NOBODY, workshop)).toMatchObject({ total: 1, proposals: [{ id }] });
  // A workshop that no programme has is called by its name still.
  const free = must(
    await propose(ana, slug, { workshop: "Au café", workshopOn: "2026-02-20", sessionId: "" }),
  );
  expect(await sourcesOf(slug, free.id)).toEqual([
    { kind: "workshop", label: "Au café, Gent, 2026-02-20" },
  ]);
});

it("takes no session that is not there, was called off, has not begun, or was among workers apart", async () => {
  const { slug } = await world.addEdition();
  const ahead = await session({ startsAt: "2026-03-20T13:00:00Z" });
  const refused = [
    ahead.id,
    (await session({ apart: true })).id,
    (await session({ cancelled: true })).id,
    randomUUID(),
  ];
  for (const id of refused) {
    expect(await beginning(ana, slug, { workshop: id })).toBeUndefined();
    expect(code(await propose(ana, slug, { sessionId: id }))).toBe("not-found");
  }
  expect((await sessionPage(ana, ahead)).proposeIn).toEqual([]);
});

async function idOf(slug: string): Promise<string> {
  const { rows } = await world.pool.query<{ id: string }>(
    "SELECT id FROM workers_assembly WHERE slug = $1",
    [slug],
  );
  return rows[0]!.id;
}
