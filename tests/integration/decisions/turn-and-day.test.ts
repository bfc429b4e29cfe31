import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { castBatch } from "#server/features/decisions/cast-batch.ts";
import { inTransaction } from "#server/platform/database.ts";
import { signInAs } from "../../support/actors.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../../support/live-assembly.ts";

// Half past midnight in Brussels, the evening before in UTC.
const AFTER_MIDNIGHT = new Date("2026-07-01T22:30:00Z");

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let chair: PersonActor;
let actors: PersonActor[];

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url), { clock: { now: () => AFTER_MIDNIGHT } });
  pool = container.platform.pool;
  assembly = await createLiveAssembly(pool, 6);
  await grantRole(pool, assembly.electors[0]?.id ?? "", "chair");
  const [first, ...others] = await signInAs(
    container,
    assembly.electors.map((elector) => elector.id),
  );
  if (!first) throw new Error("no chair");
  chair = first;
  actors = others;
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

function elector(index: number): PersonActor {
  const found = actors[index];
  if (!found) throw new Error(`no elector ${index}`);
  return found;
}

function cast(decisionId: string, voter: PersonActor, electorId: string = voter.personId) {
  return container.api.decisions.cast(
    voter,
    { decisionId, electorId, optionId: "for" },
    randomUUID(),
  );
}

async function somebodyWaits(): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted) AS waits",
  );
  return rows[0]?.waits === true;
}

it("closes before the votes that come while it waits for a batch", async () => {
  const decisionId = await createDecision(pool, assembly);
  const early = elector(0);
  const batch = async (client: PoolClient) => {
    const item = { commandId: randomUUID(), optionId: "for", receipt: "AAAA-0001" };
    const person = { actorId: early.personId, electorId: early.personId };
    const casts = [{ ...item, ...person, sessionHash: early.sessionHash }];
    const [written] = await castBatch(client, decisionId, casts, AFTER_MIDNIGHT);
    const closing = container.api.decisions.close(chair, { decisionId });
    await expect.poll(somebodyWaits).toBe(true);
    const late = cast(decisionId, elector(1));
    await pause(300);
    return { written, closing, late };
  };
  const { written, closing, late } = await inTransaction(pool, batch);
  expect(written).toMatchObject({ ok: true });
  expect(await closing).toMatchObject({ ok: true });
  expect(await late).toMatchObject({ ok: false, refusal: { code: "vote-closed" } });
});

describe("a mandate counts by the calendar day in Brussels", () => {
  async function represent(legal: string, by: string, from: string, to: string | null) {
    await pool.query(
      `INSERT INTO representation (id, legal_person_id, representative_id, valid_from, valid_to)
       VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [legal, by, from, to],
    );
  }

  it("from its first minute, and not a minute longer", async () => {
    const decisionId = await createDecision(pool, assembly);
    const legal = elector(2).personId;
    await represent(legal, elector(3).personId, "2020-01-01", "2026-07-01");
    await represent(legal, elector(4).personId, "2026-07-02", null);
    const [before, after] = [elector(3), elector(4)];

    expect(await cast(decisionId, before, legal)).toMatchObject({ ok: false });
    const mandated = async (actor: PersonActor) => {
      const page = await container.api.decisions.page(actor, decisionId);
      return page.ok && page.value.electors.some(({ id }) => id === legal);
    };
    expect(await mandated(before)).toBe(false);
    expect(await mandated(after)).toBe(true);
    const { openVotes } = await container.api.assembly.happeningNow(after);
    expect(openVotes.filter((vote) => vote.decisionId === decisionId)).toHaveLength(2);
    expect(await cast(decisionId, after, legal)).toMatchObject({ ok: true });
  });
});
