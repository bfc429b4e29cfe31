import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { inTransaction } from "#server/platform/database.ts";
import { closeRoll, countRoll } from "#server/features/workers-assembly/organise/close-roll.ts";
import { ensureAssembly } from "#server/features/workers-assembly/organise/ensure-assembly.ts";
import { actorOf } from "../live-session/session.ts";
import { createLineWorld, type LineWorld } from "./line-world.ts";

let world: LineWorld;
let assemblyId: string;

beforeAll(async () => {
  world = await createLineWorld();
  assemblyId = await ensureAssembly(world.pool, world.edition);
});
afterAll(() => world.close());

const place = async ({ personId }: PersonActor) =>
  (await actorOf(world.pool, personId)).apart?.find((one) => one.assemblyId === assemblyId)?.part;

const office = (personId: string, role: string) =>
  world.pool.query(
    `INSERT INTO role_grant (id, person_id, role, body, valid_from)
     VALUES (uuidv7(), $1, $2, $3, '2020-01-01')`,
    [personId, role, `assembly:${assemblyId}`],
  );

describe("the assembly apart of an edition", () => {
  it("is made once, and its id says what it is", async () => {
    expect(isApart(assemblyId)).toBe(true);
    const { rows } = await world.pool.query<{ assembly_id: string }>(
      "SELECT assembly_id FROM workers_assembly WHERE id = $1",
      [world.edition.id],
    );
    expect(rows[0]?.assembly_id).toBe(assemblyId);
    expect(await ensureAssembly(world.pool, { ...world.edition, assemblyId })).toBe(assemblyId);
  });

  it("is entered by its coordination alone before the roll is closed", async () => {
    expect(await place(world.first)).toBe("worker");
    expect(await place(world.workers[0]!)).toBeUndefined();
  });

  it("has a roll without the employer's side and without who observes", async () => {
    const { campaignId, edition, pool, at } = world;
    expect(await countRoll(pool, campaignId, "2026-03-02")).toBe(8);
    const closed = await inTransaction(pool, (client) =>
      closeRoll(client, { ...edition, campaignId, assemblyId }, at.now),
    );
    expect(closed).toEqual({ asOf: "2026-03-02", persons: 8 });
    const { rows } = await pool.query<{ id: string }>(
      "SELECT person_id AS id FROM roll_entry WHERE assembly_id = $1",
      [assemblyId],
    );
    const rolled = rows.map(({ id }) => id).sort();
    const { first, second, workers } = world;
    expect(rolled).toEqual([first, second, ...workers].map(({ personId }) => personId).sort());
  });

  it("stays as it was closed, whoever joins after", async () => {
    const { campaignId, edition, pool } = world;
    const again = await closeRoll(pool, { ...edition, campaignId, assemblyId }, new Date());
    expect(again).toEqual({ asOf: "2026-03-02", persons: 8 });
  });
});

describe("a place in it", () => {
  it("is a worker's on the roll, and nobody's on the employer's side", async () => {
    expect(await place(world.workers[0]!)).toBe("worker");
    for (const outsider of [world.organiser, world.director, world.adviser]) {
      expect(await place(outsider)).toBeUndefined();
    }
  });

  it("is lost by whoever crosses to the employer's side, with their office", async () => {
    const crossed = world.workers[1]!;
    await office(crossed.personId, "chair");
    expect(can(await actorOf(world.pool, crossed.personId), "session.chair", SUBJECT())).toBe(true);
    await world.pool.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from)
       VALUES (uuidv7(), $1, 'director', 'board', '2020-01-01')`,
      [crossed.personId],
    );
    const actor = await actorOf(world.pool, crossed.personId);
    expect(actor.apart).toEqual([]);
    expect(can(actor, "session.chair", SUBJECT())).toBe(false);
  });

  it("is an observer's only while no vote is open", async () => {
    expect(await place(world.observer)).toBe("observer");
    await world.pool.query(
      `INSERT INTO decision (id, assembly_id, phase, texts, legal_basis, rule, ballot_kind,
         profile_version) VALUES (uuidv7(), $1, 'open', '{}', '', '{}', 'named', 'test')`,
      [assemblyId],
    );
    expect(await place(world.observer)).toBeUndefined();
    await world.pool.query("UPDATE decision SET phase = 'counted' WHERE assembly_id = $1", [
      assemblyId,
    ]);
    expect(await place(world.observer)).toBe("observer");
  });
});

describe("what the database refuses for it", () => {
  it("a role of the employer's side", async () => {
    await expect(office(world.workers[0]!.personId, "organiser")).rejects.toThrow(
      "role_grant_apart_check",
    );
  });

  it("a question that names who asked it", async () => {
    const ask = world.pool.query(
      `INSERT INTO question (id, assembly_id, author_id, kind, language, text, name_hidden, created_at)
       VALUES (uuidv7(), $1, $2, 'open', 'fr', 'Pourquoi ?', false, now())`,
      [assemblyId, world.workers[0]!.personId],
    );
    await expect(ask).rejects.toThrow("question_apart_check");
  });

  it("a mandate", async () => {
    const [giver, holder] = world.workers;
    const give = world.pool.query(
      `INSERT INTO mandate (assembly_id, giver_id, holder_id, state, given_at)
       VALUES ($1, $2, $3, 'given', now())`,
      [assemblyId, giver!.personId, holder!.personId],
    );
    await expect(give).rejects.toThrow("mandate_apart_check");
  });
});

const SUBJECT = () => assemblySubject(assemblyId);
