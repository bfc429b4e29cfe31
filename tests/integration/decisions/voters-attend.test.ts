import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createDecision, type LiveAssembly } from "../../support/live-assembly.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";

let database: TestDatabase;
let container: Container;
let assembly: LiveAssembly;
let people: PersonActor[];

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  const roles = ["chair"];
  ({ assembly, people } = await createStaffedAssembly(container, {
    electors: 4,
    roles,
    others: 3,
  }));
});
afterAll(async () => {
  await container.close();
  await database.drop();
});

const person = (at: number) => people[at] as PersonActor;

async function vote(voters: number[]): Promise<void> {
  const { decisions } = container.api;
  const decisionId = await createDecision(container.platform.pool, assembly);
  for (const at of voters) {
    const ballot = { decisionId, electorId: person(at).personId, optionId: "for" };
    expect((await decisions.cast(person(at), ballot, randomUUID())).ok).toBe(true);
  }
  expect((await decisions.close(person(0), { decisionId })).ok).toBe(true);
}

async function attendances(at: number) {
  const { rows } = await container.platform.pool.query<{ channel: string; open: boolean }>(
    `SELECT channel, left_at IS NULL AS open FROM attendance
     WHERE assembly_id = $1 AND person_id = $2 ORDER BY arrived_at`,
    [assembly.id, person(at).personId],
  );
  return rows;
}

it("puts who voted on the attendance list once, and nobody who had entered or did not vote", async () => {
  await container.platform.pool.query(
    `INSERT INTO attendance (id, assembly_id, person_id, arrived_at)
     VALUES (uuidv7(), $1, $2, now() - interval '1 hour')`,
    [assembly.id, person(1).personId],
  );
  await vote([1, 2]);
  expect(await attendances(1)).toEqual([{ channel: "online", open: true }]);
  expect(await attendances(2)).toEqual([{ channel: "vote", open: false }]);
  expect(await attendances(3)).toEqual([]);
});
