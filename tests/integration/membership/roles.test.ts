import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createGuests } from "../../support/register.ts";
import { createRegisterWorld, somebody, type RegisterWorld } from "./register-world.ts";

let world: RegisterWorld;
let organiser: PersonActor;
let plain: PersonActor;
beforeAll(async () => {
  world = await createRegisterWorld();
  organiser = await somebody(world, "organiser");
  plain = await somebody(world);
});
afterAll(() => world.close());

const membership = () => world.container.api.membership;
const TODAY = new Date().toISOString().slice(0, 10);

async function grantsOf(actor: PersonActor) {
  const again = await world.container.api.auth.actorOfSessionHash(actor.sessionHash);
  return again.kind === "person" ? again.grants : [];
}

describe("roles", () => {
  it("are granted and ended by an organiser, with a trace and at once", async () => {
    const person = await somebody(world);
    const grant = { role: "moderator", body: "cooperative", validFrom: TODAY } as const;
    const given = await membership().grantRole(organiser, { personId: person.personId, ...grant });
    expect(given.ok).toBe(true);
    expect(await grantsOf(person)).toEqual([{ role: "moderator", body: "cooperative" }]);

    const listed = await membership().listGrants(organiser);
    const line = listed.ok
      ? listed.value.grants.find(({ personId }) => personId === person.personId)
      : undefined;
    expect(line).toMatchObject({ role: "moderator", state: "held" });
    const ended = await membership().endRole(organiser, { grantId: line?.id ?? "", reason: "fin" });
    expect(ended.ok).toBe(true);
    expect(await grantsOf(person)).toEqual([]);

    const { rows } = await world.pool.query<{ action: string; actor_id: string }>(
      "SELECT action, actor_id FROM audit_entry WHERE subject = $1 ORDER BY at, id",
      [`person:${person.personId}`],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual(["role.ended", "role.granted"]);
    expect(rows.every(({ actor_id }) => actor_id === organiser.personId)).toBe(true);
    const told = await world.pool.query(
      "SELECT FROM outbox_event WHERE topic = 'person' AND payload->>'person' = $1",
      [person.personId],
    );
    expect(told.rowCount).toBe(2);
  });

  it("of tomorrow are not held today", async () => {
    const person = await somebody(world);
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await membership().grantRole(organiser, {
      personId: person.personId,
      role: "chair",
      body: "cooperative",
      validFrom: tomorrow,
    });
    expect(await grantsOf(person)).toEqual([]);
  });

  it("are refused for a body or a person that does not exist, and for days that run backwards", async () => {
    const base = { personId: plain.personId, role: "chair", validFrom: TODAY } as const;
    const unknown = `assembly:${crypto.randomUUID()}` as const;
    expect(await membership().grantRole(organiser, { ...base, body: unknown })).toMatchObject({
      refusal: { code: "not-found" },
    });
    const nobody = { ...base, personId: crypto.randomUUID(), body: "board" } as const;
    expect((await membership().grantRole(organiser, nobody)).ok).toBe(false);
    const backwards = { ...base, body: "board", validTo: "2020-01-01" } as const;
    expect(await membership().grantRole(organiser, backwards)).toMatchObject({
      refusal: { code: "bad-input" },
    });
  });

  it("are nobody else's to grant, end or list", async () => {
    const input = { personId: plain.personId, role: "organiser", body: "cooperative" } as const;
    for (const actor of [plain, await somebody(world, "chair"), { kind: "anonymous" } as const]) {
      const granted = await membership().grantRole(actor, { ...input, validFrom: TODAY });
      expect(granted).toMatchObject({ refusal: { code: "not-allowed" } });
      const ended = await membership().endRole(actor, { grantId: crypto.randomUUID(), reason: "" });
      expect(ended).toMatchObject({ refusal: { code: "not-allowed" } });
      expect((await membership().listGrants(actor)).ok).toBe(false);
    }
  });

  it("leave the cooperative with an organiser", async () => {
    const listed = await membership().listGrants(organiser);
    const own = listed.ok
      ? listed.value.grants.find(({ personId }) => personId === organiser.personId)
      : undefined;
    const ended = await membership().endRole(organiser, { grantId: own?.id ?? "", reason: "x" });
    expect(ended).toMatchObject({ refusal: { code: "not-allowed" } });
  });
});

describe("the register's other rights", () => {
  it("keep figures and representatives to those who look after them", async () => {
    expect((await membership().registerFigures(plain, {})).ok).toBe(false);
    expect((await membership().registerFigures(organiser, {})).ok).toBe(true);
    expect((await membership().listRepresented(plain)).ok).toBe(false);
  });

  it("let a register keeper name who speaks for an organisation, one at a time", async () => {
    const keeper = await somebody(world, "register_keeper");
    const [organisation] = await createGuests(world.pool, 1, "Organisation");
    const legalPersonId = organisation?.id ?? "";
    await world.pool.query("UPDATE person SET kind = 'legal' WHERE id = $1", [legalPersonId]);
    const name = (representativeId: string, validFrom: string) =>
      membership().nameRepresentative(keeper, { legalPersonId, representativeId, validFrom });
    expect((await name(plain.personId, "2024-01-01")).ok).toBe(true);
    expect((await name(organiser.personId, "2025-01-01")).ok).toBe(true);
    expect((await name(legalPersonId, "2025-01-01")).ok).toBe(false);
    const { rows } = await world.pool.query(
      `SELECT representative_id AS who, to_char(valid_to, 'YYYY-MM-DD') AS until
       FROM representation WHERE legal_person_id = $1 ORDER BY valid_from`,
      [legalPersonId],
    );
    expect(rows).toEqual([
      { who: plain.personId, until: "2024-12-31" },
      { who: organiser.personId, until: null },
    ]);
    const input = { legalPersonId, representativeId: plain.personId, validFrom: TODAY };
    expect((await membership().nameRepresentative(organiser, input)).ok).toBe(false);
  });
});

describe("the roll-forward", () => {
  it("says what it cannot explain: an exclusion recorded and not in effect", async () => {
    const [first, second, third] = await createGuests(world.pool, 3, "Stock");
    await world.pool.query(
      `INSERT INTO membership_event (id, person_id, kind, category_id, shares, effective_on, recorded_at)
       VALUES (uuidv7(), $1, 'admitted', 'A', 1, '2021-05-01', '2021-05-01'),
         (uuidv7(), $2, 'admitted', 'A', 2, '2022-05-01', '2022-05-01'),
         (uuidv7(), $3, 'admitted', 'B', 4, '2022-05-01', '2022-05-01'),
         (uuidv7(), $1, 'resigned', 'A', 0, '2022-06-30', '2022-03-01'),
         (uuidv7(), $2, 'excluded', 'A', 0, NULL, '2022-11-01')`,
      [first?.id, second?.id, third?.id],
    );
    const figures = await membership().registerFigures(organiser, { asOf: "2022-12-31" });
    if (!figures.ok) throw new Error(figures.refusal.code);
    expect(figures.value.stock).toEqual({ total: 2, shares: 6, byCategory: { A: 1, B: 1 } });
    expect(figures.value.years[0]).toMatchObject({
      year: 2022,
      opening: 1,
      admitted: 2,
      resigned: 1,
      excluded: 1,
      expected: 1,
      declared: 2,
      unexplained: 1,
    });
  });
});
