import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { signInAs } from "../../support/actors.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../../support/live-assembly.ts";
import { createGuests, type TestPerson } from "../../support/register.ts";

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let organiser: PersonActor;
let member: PersonActor;
let guest: TestPerson;
let decisionId: string;

const number = (index: number) => `S${String(index + 1).padStart(6, "0")}`;
const idOf = (index: number) => assembly.electors[index]?.id ?? "";

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  assembly = await createLiveAssembly(pool, 60);
  [guest] = (await createGuests(pool, 1)) as [TestPerson];
  const everybody = [...assembly.electors, guest];
  for (const [index, { id }] of everybody.entries()) {
    await pool.query("UPDATE person SET register_no = $2 WHERE id = $1", [id, number(index)]);
  }
  await grantRole(pool, idOf(0), "organiser");
  [organiser, member] = (await signInAs(container, [idOf(0), idOf(1)])) as [
    PersonActor,
    PersonActor,
  ];
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const designer = () => container.api.decisions.designer;

beforeEach(async () => {
  const made = await designer().create(organiser, {
    assemblyId: assembly.id,
    texts: { fr: { title: "Le comité", text: "" } },
    legalChannel: "consultation",
  });
  if (!made.ok) throw new Error(made.refusal.code);
  decisionId = made.value.decisionId;
});

async function listNow(query = "") {
  const found = await designer().list(organiser, { decisionId, query });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

async function picksNow() {
  const found = await designer().draft(organiser, decisionId);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.picks;
}

describe("the list of an electorate", () => {
  it("is made of people found by name or number, and says how many it picks", async () => {
    expect(await listNow()).toEqual({ persons: [], total: 0 });
    const { found } = await listNow(number(3).toLowerCase());
    expect(found).toMatchObject([{ personId: idOf(3), listed: false, onRoll: true }]);
    await designer().changeList(organiser, { decisionId, add: idOf(3) });
    await designer().changeList(organiser, { decisionId, add: idOf(3) });
    await designer().changeList(organiser, { decisionId, add: idOf(7) });
    const list = await listNow("Member");
    expect(list.total).toBe(2);
    expect(list.persons.map(({ personId }) => personId)).toEqual([idOf(3), idOf(7)]);
    expect(list.found).toHaveLength(20);
    expect(await picksNow()).toMatchObject({ persons: 2, of: 60 });
    await designer().changeList(organiser, { decisionId, remove: idOf(3) });
    expect(await picksNow()).toMatchObject({ persons: 1 });
    await designer().changeList(organiser, { decisionId, remove: idOf(7) });
    expect(await picksNow()).toMatchObject({ persons: 60 });
  });

  it("keeps what else is ticked, and is taken away whole", async () => {
    const categories = ["A"];
    await designer().update(organiser, { decisionId, electorate: { categories } });
    await designer().changeList(organiser, { decisionId, add: idOf(3) });
    const electorate = async () => {
      const { rows } = await pool.query<{ electorate: Electorate }>(
        "SELECT electorate FROM decision WHERE id = $1",
        [decisionId],
      );
      return rows[0];
    };
    expect(await electorate()).toEqual({ electorate: { categories, list: [idOf(3)] } });
    await designer().clearList(organiser, { decisionId });
    expect(await electorate()).toEqual({ electorate: { categories } });
  });

  it("says of each pasted line what became of it", async () => {
    await designer().changeList(organiser, { decisionId, add: idOf(2) });
    const lines = [
      number(0),
      `${number(1).toLowerCase()}\tMember 2`,
      number(2),
      number(0),
      "S999999",
      number(60),
    ];
    const pasted = await designer().pasteList(organiser, { decisionId, lines });
    if (!pasted.ok) throw new Error(pasted.refusal.code);
    expect(pasted.value.map(({ outcome }) => outcome)).toEqual([
      "added",
      "added",
      "listed",
      "repeated",
      "unknown",
      "not-on-roll",
    ]);
    expect(pasted.value[1]).toMatchObject({ line: 2, typed: lines[1], name: "Member 2" });
    expect((await listNow()).total).toBe(3);
  });

  it("shows fifty, and the others to whoever searches for them", async () => {
    const lines = assembly.electors.map((_, index) => number(index));
    await designer().pasteList(organiser, { decisionId, lines });
    const list = await listNow(number(59));
    expect(list.total).toBe(60);
    expect(list.persons).toHaveLength(50);
    expect(list.found).toMatchObject([{ personId: idOf(59), listed: true }]);
  });

  it("tells readers how long it is, and not who is on it", async () => {
    await designer().changeList(organiser, { decisionId, add: idOf(3) });
    const page = await container.api.decisions.page(member, decisionId);
    expect(page).toMatchObject({ ok: true, value: { electorate: { listed: 1 } } });
    expect(JSON.stringify(page)).not.toContain(idOf(3));
  });

  it("is for those who prepare votes, of people who exist, in a draft nobody holds a ballot of", async () => {
    const denied = { refusal: { code: "not-allowed" } };
    const act = { decisionId, add: idOf(3) };
    expect(await designer().list(member, { decisionId, query: "Member" })).toMatchObject(denied);
    expect(await designer().changeList(member, act)).toMatchObject(denied);
    expect(await designer().clearList(member, { decisionId })).toMatchObject(denied);
    const lines = [number(1)];
    expect(await designer().pasteList(member, { decisionId, lines })).toMatchObject(denied);
    expect(await designer().changeList(organiser, { ...act, add: decisionId })).toMatchObject({
      refusal: { code: "not-found" },
    });
    await designer().update(organiser, { decisionId, seal: "server" });
    await container.api.decisions.ballotBox.prepareUrns();
    await pool.query(
      "INSERT INTO credential_issue (decision_id, elector_id, channel, batch) VALUES ($1, $2, 'paper', 0)",
      [decisionId, member.personId],
    );
    expect(await designer().changeList(organiser, act)).toMatchObject({
      refusal: { code: "draft-in-use" },
    });
  });
});
