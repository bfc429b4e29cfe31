import { afterAll, beforeAll, expect, it } from "vitest";
import { remindVoters } from "#server/features/decisions/remind-voters.ts";
import { createTestDatabase } from "../../support/database.ts";
import { createDecision, createLiveAssembly } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";

const HOUR = 3_600_000;

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A vote open for four days; of six members four came, and one of these has voted. */
async function createWorld() {
  const database = await createTestDatabase();
  const clock = { now: new Date() };
  const { platform, close } = createTestPlatform(database.url, () => clock.now);
  const { pool } = platform;
  const assembly = await createLiveAssembly(pool, 6);
  const decisionId = await createDecision(pool, assembly);
  await pool.query(
    "UPDATE decision SET opened_at = $2, closes_at = $2::timestamptz + interval '4 days' WHERE id = $1",
    [decisionId, clock.now],
  );
  const people = assembly.electors.map(({ id }) => id);
  await pool.query(
    `INSERT INTO attendance (id, assembly_id, person_id, arrived_at, left_at)
     SELECT gen_random_uuid(), $1, person, now(), now() FROM unnest($2::uuid[]) AS person`,
    [assembly.id, people.slice(0, 4)],
  );
  return {
    platform,
    pool,
    clock,
    assembly,
    decisionId,
    people,
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

async function told(): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string }>(
    "SELECT person_id AS id FROM notice WHERE kind = 'vote-reminder' ORDER BY person_id",
  );
  return rows.map(({ id }) => id);
}

it("waits until half of the time is over", async () => {
  world.clock.now = new Date(world.clock.now.getTime() + 40 * HOUR);
  expect(await remindVoters(world.platform)).toBe(0);
  expect(await told()).toEqual([]);
});

it("tells once those who came and have not voted, however many processes run", async () => {
  const { pool, platform, clock, decisionId, people } = world;
  await pool.query(
    `INSERT INTO ballot (decision_id, elector_id, option_id, receipt, cast_at)
     VALUES ($1, $2, $3, 'a receipt', $4)`,
    [decisionId, people[0], "for", clock.now],
  );
  clock.now = new Date(clock.now.getTime() + 10 * HOUR);
  await Promise.all([remindVoters(platform), remindVoters(platform)]);
  expect(await told()).toEqual(people.slice(1, 4).sort());
  expect(await remindVoters(platform)).toBe(0);
});
