import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, Role } from "#domain/kernel/actor.ts";
import { signInAs } from "../../support/actors.ts";
import { ANONYMOUS, codeFor, createSignInWorld, type SignInWorld } from "./sign-in-world.ts";

let world: SignInWorld;
let desk: PersonActor;
let plain: PersonActor;
beforeAll(async () => {
  world = await createSignInWorld(6);
  desk = await withRole(0, "desk");
  plain = await withRole(1);
});
afterAll(() => world.close());

const auth = () => world.container.api.auth;
const idOf = (index: number) => world.people[index]?.id ?? "";

async function withRole(index: number, role?: Role): Promise<PersonActor> {
  if (role) {
    await world.pool.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from)
       VALUES (uuidv7(), $1, $2, 'cooperative', '2020-01-01')`,
      [idOf(index), role],
    );
  }
  const [actor] = await signInAs(world.container, [idOf(index)]);
  if (!actor) throw new Error("nobody");
  return actor;
}

describe("the desk", () => {
  it("finds people by name, number or address; nobody else does", async () => {
    await world.pool.query("UPDATE person SET register_no = 'S000042' WHERE id = $1", [idOf(2)]);
    for (const query of ["S000042", world.addressOf(2), "member 3"]) {
      const found = await auth().findPersons(desk, { query });
      expect(found.ok && found.value.map(({ id }) => id)).toContain(idOf(2));
    }
    const all = await auth().findPersons(desk, { query: "%%" });
    expect(all).toEqual({ ok: true, value: [] });
    expect((await auth().findPersons(plain, { query: "Member" })).ok).toBe(false);
  });

  it("corrects an address: both are told, the act is journalled, old codes are dead", async () => {
    const { challengeId, code } = await codeFor(world, world.addressOf(2));
    const address = "fresh@members.example";
    const input = { personId: idOf(2), address, reason: "Carte d'identité vue" };
    expect((await auth().correctAddress(desk, input)).ok).toBe(true);
    const mails = await world.pool.query<{ recipient: string }>(
      "SELECT recipient FROM mail WHERE person_id = $1 AND body LIKE '%fresh@members.example%'",
      [idOf(2)],
    );
    expect(mails.rows.map(({ recipient }) => recipient).sort()).toEqual([
      address,
      world.addressOf(2),
    ]);
    const trace = await world.pool.query(
      "SELECT action, actor_id, reason FROM audit_entry WHERE subject = $1",
      [`person:${idOf(2)}`],
    );
    expect(trace.rows).toEqual([
      { action: "desk.address-corrected", actor_id: desk.personId, reason: input.reason },
    ]);
    const old = await auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor());
    expect(old).toMatchObject({ refusal: { code: "code-expired" } });
    expect((await codeFor(world, address)).code).toMatch(/^\d{6}$/);
  });

  it("does not give one person another's address", async () => {
    const input = { personId: idOf(3), address: world.addressOf(4), reason: "x" };
    expect(await auth().correctAddress(desk, input)).toMatchObject({
      refusal: { code: "address-taken" },
    });
  });

  it("hands out a code that signs in once, however it is typed", async () => {
    const issued = await auth().issueDeskCode(desk, { personId: idOf(3), reason: "Identité vue" });
    if (!issued.ok) throw new Error(issued.refusal.code);
    const { code } = issued.value;
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    const first = await auth().verifyDeskCode(ANONYMOUS, { code: typed }, world.visitor());
    expect(first.ok).toBe(true);
    const second = await auth().verifyDeskCode(ANONYMOUS, { code }, world.visitor());
    expect(second.ok).toBe(false);
    const { rows } = await world.pool.query<{ body: string }>(
      "SELECT body FROM mail WHERE person_id = $1",
      [idOf(3)],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).not.toContain(code);
  });

  it("does not help itself, nor into the account of somebody who holds a role", async () => {
    await withRole(5, "chair");
    for (const personId of [desk.personId, idOf(5)]) {
      const issued = await auth().issueDeskCode(desk, { personId, reason: "x" });
      expect(issued).toMatchObject({ refusal: { code: "not-allowed" } });
    }
    const organiser = await withRole(4, "organiser");
    const issued = await auth().issueDeskCode(organiser, { personId: idOf(5), reason: "x" });
    expect(issued.ok).toBe(true);
  });

  it("is not for everybody", async () => {
    for (const actor of [plain, ANONYMOUS]) {
      const address = "taken-over@elsewhere.example";
      const corrected = { personId: idOf(3), address, reason: "x" };
      expect((await auth().correctAddress(actor, corrected)).ok).toBe(false);
      expect((await auth().issueDeskCode(actor, { personId: idOf(3), reason: "x" })).ok).toBe(
        false,
      );
    }
  });
});
