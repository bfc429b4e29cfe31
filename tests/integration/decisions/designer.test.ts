import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import type { LiveAssembly } from "../../support/live-assembly.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let organiser: PersonActor;
let chair: PersonActor;
let member: PersonActor;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  const made = await createStaffedAssembly(container, {
    electors: 5,
    roles: ["organiser", "chair"],
    others: 1,
  });
  assembly = made.assembly;
  [organiser, chair, member] = made.people as [PersonActor, PersonActor, PersonActor];
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const designer = () => container.api.decisions.designer;

async function create(input: Partial<Parameters<ReturnType<typeof designer>["create"]>[1]> = {}) {
  const made = await designer().create(organiser, {
    assemblyId: assembly.id,
    texts: { fr: { title: "Choisir", text: "" } },
    legalChannel: "consultation",
    ...input,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.decisionId;
}

async function draftOf(decisionId: string) {
  const found = await designer().draft(organiser, decisionId);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe("designing a decision", () => {
  it("goes step by step, says what is missing, and opens when nothing is", async () => {
    const decisionId = await create();
    expect((await draftOf(decisionId)).problems).toEqual([]);
    const api = container.api.decisions;
    await designer().update(organiser, { decisionId, method: "stv", settings: { seats: 2 } });
    const empty = await draftOf(decisionId);
    expect(empty.draft).toMatchObject({ method: "stv", tieRule: "lot", options: [] });
    expect(empty.problems).toEqual(["too-few-options", "seats-for-all"]);
    expect(await api.open(chair, { decisionId, overrideReason: "" })).toMatchObject({
      refusal: { code: "draft-incomplete" },
    });
    const labels = ["Ana", "Bob", "Cléo"].map((fr) => ({ label: { fr } }));
    await designer().update(organiser, { decisionId, options: labels });
    const full = await draftOf(decisionId);
    expect(full.draft.options.map(({ id }) => id)).toEqual(["o1", "o2", "o3"]);
    expect(full.problems).toEqual([]);
    const kept = [full.draft.options[2]!, { label: { fr: "Dora" } }, full.draft.options[0]!];
    await designer().update(organiser, { decisionId, options: kept });
    expect((await draftOf(decisionId)).draft.options).toMatchObject([
      { id: "o3", label: { fr: "Cléo" } },
      { id: "o4" },
      { id: "o1" },
    ]);
    expect(await api.open(chair, { decisionId, overrideReason: "" })).toMatchObject({ ok: true });
    expect(await designer().update(organiser, { decisionId, mayChange: false })).toMatchObject({
      refusal: { code: "wrong-phase" },
    });
    expect(await designer().remove(organiser, { decisionId })).toMatchObject({
      refusal: { code: "wrong-phase" },
    });
  });

  it("keeps its rule in the statutes, whatever a resolution changes", async () => {
    const decisionId = await create({ legalChannel: "live_remote", legalBasis: "CSA 6:85" });
    await designer().update(organiser, { decisionId, matter: "statutes", secondMeeting: true });
    const { rows } = await pool.query("SELECT rule FROM decision WHERE id = $1", [decisionId]);
    expect(rows[0]).toMatchObject({ rule: { majority: "three_quarters", secondMeeting: true } });
    expect((await draftOf(decisionId)).draft).toMatchObject({
      matter: "statutes",
      secondMeeting: true,
    });
  });

  it("refuses settings that the method has not, and a foreign item", async () => {
    const decisionId = await create({ method: "borda" });
    const bad = await designer().update(organiser, { decisionId, settings: { terms: [4] } });
    expect(bad).toMatchObject({ refusal: { code: "bad-setting", details: { setting: "terms" } } });
    const foreign = await designer().update(organiser, { decisionId, itemId: decisionId });
    expect(foreign).toMatchObject({ refusal: { code: "bad-input" } });
  });

  it("is for organisers and the secretary", async () => {
    const decisionId = await create();
    const denied = { ok: false, refusal: { code: "not-allowed" } };
    expect(await designer().create(member, { assemblyId: assembly.id })).toMatchObject(denied);
    expect(await designer().update(chair, { decisionId, mayChange: true })).toMatchObject(denied);
    expect(await designer().remove(member, { decisionId })).toMatchObject(denied);
    expect(await designer().rehearse(member, { decisionId })).toMatchObject(denied);
    expect(await designer().draft(member, decisionId)).toMatchObject(denied);
    expect(await designer().assembly(member, assembly.slug)).toMatchObject(denied);
  });

  it("counts whom an electorate picks, on the roll and before it is taken", async () => {
    const count = (electorate: Record<string, unknown>) =>
      designer().countElectorate(organiser, { assemblyId: assembly.id, electorate });
    expect(await count({})).toMatchObject({ value: { persons: 5, of: 5, rollTaken: true } });
    expect(await count({ roles: ["chair"] })).toMatchObject({ value: { persons: 1, of: 5 } });
    expect(await count({ categories: ["B"] })).toMatchObject({ value: { persons: 0, of: 5 } });
    await pool.query("UPDATE assembly SET roll_as_of = NULL WHERE id = $1", [assembly.id]);
    expect(await count({ list: [member.personId] })).toMatchObject({
      value: { persons: 1, rollTaken: false },
    });
    await pool.query("UPDATE assembly SET roll_as_of = current_date WHERE id = $1", [assembly.id]);
  });

  it("makes a rehearsal that is a decision of its own, and deletes a draft", async () => {
    const decisionId = await create({
      method: "approval",
      seal: "scrutineers",
      options: [{ label: { fr: "Pomme" } }, { label: { fr: "Poire" } }],
    });
    const copy = await designer().rehearse(organiser, { decisionId });
    if (!copy.ok) throw new Error(copy.refusal.code);
    expect((await draftOf(copy.value.decisionId)).draft).toMatchObject({
      rehearsal: true,
      seal: "server",
      method: "approval",
      options: [{ id: "o1" }, { id: "o2" }],
    });
    expect(await designer().remove(organiser, { decisionId })).toMatchObject({ ok: true });
    expect(await designer().draft(organiser, decisionId)).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  it("changes neither choices nor counting once a secret ballot is given out", async () => {
    const decisionId = await create({ seal: "server" });
    await container.api.decisions.ballotBox.prepareUrns();
    await pool.query(
      `INSERT INTO credential_issue (decision_id, elector_id, channel, batch) VALUES ($1, $2, 'paper', 0)`,
      [decisionId, member.personId],
    );
    const inUse = { refusal: { code: "draft-in-use" } };
    const update = designer().update;
    expect(await update(organiser, { decisionId, method: "borda" })).toMatchObject(inUse);
    expect(await designer().remove(organiser, { decisionId })).toMatchObject(inUse);
    expect(await update(organiser, { decisionId, legalBasis: "art. 3" })).toMatchObject({
      ok: true,
    });
    expect(await draftOf(decisionId)).toMatchObject({ inUse: true });
  });
});
