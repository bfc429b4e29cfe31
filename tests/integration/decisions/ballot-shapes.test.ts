import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { countDecision } from "#server/features/decisions/count-decision.ts";
import { signInAs } from "../../support/actors.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { createElection, type ElectionOptions } from "../../support/election.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../../support/live-assembly.ts";

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let chair: PersonActor;
let organiser: PersonActor;
let voters: PersonActor[];

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  assembly = await createLiveAssembly(pool, 8);
  const [first, second] = assembly.electors;
  await grantRole(pool, first!.id, "chair");
  await grantRole(pool, second!.id, "organiser");
  voters = await signInAs(
    container,
    assembly.electors.map(({ id }) => id),
  );
  chair = voters[0]!;
  organiser = voters[1]!;
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const create = (election: ElectionOptions) => createElection(pool, assembly, election);

function cast(decisionId: string, at: number, content: BallotContent | string) {
  const voter = voters[at]!;
  const text = typeof content === "string" ? content : encodeBallot(content);
  return container.api.decisions.cast(
    voter,
    { decisionId, electorId: voter.personId, content: text },
    randomUUID(),
  );
}

/** Everybody casts, the chair closes, the job counts. */
async function vote(decisionId: string, contents: BallotContent[]): Promise<void> {
  for (const [at, content] of contents.entries()) {
    expect(await cast(decisionId, at, content)).toMatchObject({ ok: true });
  }
  expect(await container.api.decisions.close(chair, { decisionId })).toMatchObject({ ok: true });
  await countDecision(container.platform, decisionId);
}

async function reportOf(decisionId: string) {
  const result = await container.api.decisions.report(chair, decisionId);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const approve = (...options: string[]): BallotContent => ({ kind: "approve", options });
const rank = (...options: string[]): BallotContent => ({
  kind: "rank",
  ranks: options.map((option) => [option]),
});

describe("ballots by name of every shape", () => {
  const OPTIONS = ["ana", "bob", "cleo"];
  const cases: [ElectionOptions, BallotContent[], string[]][] = [
    [
      { method: "approval", options: OPTIONS },
      [approve("ana", "bob"), approve("bob"), { kind: "blank" }],
      ["bob"],
    ],
    [
      { method: "equal-shares", rule: { seats: 2 }, options: OPTIONS },
      [approve("ana"), approve("ana"), approve("cleo"), approve("cleo")],
      ["ana", "cleo"],
    ],
    [
      { method: "stv", rule: { seats: 1 }, options: OPTIONS },
      [rank("ana", "bob"), rank("ana"), rank("cleo", "bob")],
      ["ana"],
    ],
    [
      { method: "schulze", rule: { seats: 1 }, options: OPTIONS },
      [rank("bob", "ana"), { kind: "rank", ranks: [["ana", "bob"], ["cleo"]] }, rank("bob")],
      ["bob"],
    ],
    [
      { method: "majority-judgment", rule: { seats: 1 }, options: OPTIONS },
      [
        { kind: "grade", grades: { ana: 5, bob: 1, cleo: 2 } },
        { kind: "grade", grades: { ana: 4, bob: 5 } },
        { kind: "grade", grades: { ana: 3, bob: 0 } },
      ],
      ["ana"],
    ],
    [
      { method: "per-candidate", rule: { seats: 2 }, options: OPTIONS },
      [
        { kind: "per-option", choices: { ana: "for", bob: "against", cleo: "for" } },
        { kind: "per-option", choices: { ana: "for", bob: "abstain" } },
      ],
      ["ana", "cleo"],
    ],
  ];
  it.each(cases)("counts $method", async (election, contents, winners) => {
    const id = await create(election);
    await vote(id, contents);
    const { report, page } = await reportOf(id);
    expect(report).toMatchObject({ method: election.method, winners });
    expect(page.outcome?.winners.map(({ id: option }) => option)).toEqual(winners);
    expect(page.outcome?.winners[0]?.label).toEqual({ fr: winners[0]!.toUpperCase() });
  });

  it("takes a change until the close, and a resolution by option or by content", async () => {
    const id = await create({ method: "approval", options: OPTIONS });
    await cast(id, 0, approve("ana"));
    expect(await cast(id, 0, approve("bob"))).toMatchObject({ ok: true, value: { revision: 2 } });
    const { rows } = await pool.query(
      "SELECT option_id, content FROM ballot WHERE decision_id = $1",
      [id],
    );
    expect(rows).toEqual([{ option_id: null, content: encodeBallot(approve("bob")) }]);
  });

  it.each<[string, Partial<ElectionOptions>, BallotContent | string]>([
    ["an unknown option", { method: "approval" }, approve("eve")],
    ["another shape", { method: "approval" }, rank("ana")],
    [
      "text that is not canonical",
      { method: "approval" },
      '{"kind":"approve","options":["bob","ana"]}',
    ],
    ["too many approvals", { method: "approval", maxChoices: 1 }, approve("ana", "bob")],
    ["too few approvals", { method: "approval", minChoices: 2 }, approve("ana")],
    ["too many marks", { method: "plurality-at-large", rule: { seats: 1 } }, approve("ana", "bob")],
    [
      "a grade beyond the scale",
      { method: "score", rule: { grades: 3 } },
      { kind: "grade", grades: { ana: 3 } },
    ],
    [
      "equal ranks in a vote by transfers",
      { method: "irv" },
      { kind: "rank", ranks: [["ana", "bob"]] },
    ],
  ])("refuses %s", async (_, election, content) => {
    const id = await create({ method: "approval", options: OPTIONS, ...election });
    expect(await cast(id, 0, content)).toMatchObject({
      ok: false,
      refusal: { code: "bad-ballot" },
    });
  });
});

describe("the order of the options", () => {
  it("differs between persons and stays for each of them", async () => {
    const options = Array.from({ length: 12 }, (_, at) => `o${at}`);
    const id = await create({ method: "approval", options });
    const orderOf = async (reader: PersonActor) => {
      const page = await container.api.decisions.page(reader, id);
      return page.ok ? page.value.optionOrder : [];
    };
    const [mine, again, other] = [
      await orderOf(voters[2]!),
      await orderOf(voters[2]!),
      await orderOf(voters[3]!),
    ];
    expect(mine).toEqual(again);
    expect(mine).not.toEqual(other);
    expect(mine.toSorted()).toEqual(options.toSorted());
  });
});

describe("ties", () => {
  const tied = [approve("ana"), approve("bob")];

  it("waits for the lot, takes its seed once, and never touches an untied count", async () => {
    const id = await create({ method: "approval", options: ["ana", "bob", "cleo"] });
    await vote(id, tied);
    const before = await reportOf(id);
    expect(before.page.waitingTie).toMatchObject({
      rule: "lot",
      between: [{ id: "ana" }, { id: "bob" }],
    });
    expect(before.report).toMatchObject({ winners: [], tiedForLast: ["ana", "bob"] });
    const api = container.api.decisions;
    expect(await api.publish(chair, { decisionId: id })).toMatchObject({
      refusal: { code: "tie-not-settled" },
    });
    expect(await api.castTie(chair, { decisionId: id, order: ["ana", "bob"] })).toMatchObject({
      refusal: { code: "no-tie-waiting" },
    });
    expect(await api.drawLot(voters[4]!, { decisionId: id, seed: "451362" })).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await api.drawLot(chair, { decisionId: id, seed: "451362" })).toMatchObject({
      ok: true,
    });
    expect(await api.drawLot(chair, { decisionId: id, seed: "again" })).toMatchObject({
      refusal: { code: "no-tie-waiting" },
    });
    const after = await reportOf(id);
    expect(after.report).toMatchObject({ winners: [expect.any(String)], ties: [{ rule: "lot" }] });
    expect(after.page.tieSeed).toBe("451362");
    expect(await api.publish(chair, { decisionId: id })).toMatchObject({ ok: true });
    const { rows } = await pool.query(
      "SELECT reason FROM audit_entry WHERE action = 'decision.draw-lot' AND subject = $1",
      [`decision:${id}`],
    );
    expect(rows).toEqual([{ reason: "451362" }]);
  });

  it("falls by the casting vote, where that was declared", async () => {
    const id = await create({ method: "approval", options: ["ana", "bob"], tieRule: "casting" });
    await vote(id, tied);
    const api = container.api.decisions;
    expect(await api.drawLot(chair, { decisionId: id, seed: "1" })).toMatchObject({
      refusal: { code: "no-tie-waiting" },
    });
    expect(await api.castTie(chair, { decisionId: id, order: ["bob", "eve"] })).toMatchObject({
      refusal: { code: "bad-input" },
    });
    expect(await api.castTie(chair, { decisionId: id, order: ["bob", "ana"] })).toMatchObject({
      ok: true,
    });
    expect((await reportOf(id)).report).toMatchObject({ winners: ["bob"] });
  });

  it("stays a tie where nothing was declared", async () => {
    const id = await create({ method: "approval", options: ["ana", "bob"], tieRule: "none" });
    await vote(id, tied);
    expect((await reportOf(id)).page.waitingTie).toBeUndefined();
    expect(await container.api.decisions.publish(chair, { decisionId: id })).toMatchObject({
      ok: true,
    });
  });
});

describe("who votes, where it is drawn up at the opening", () => {
  it("is frozen then: roles, a list, presence", async () => {
    const list = assembly.electors.slice(0, 3).map(({ id }) => id);
    const listed = await create({
      method: "approval",
      options: ["a", "b"],
      phase: "draft",
      electorate: { list },
    });
    const chairs = await create({
      method: "approval",
      options: ["a", "b"],
      phase: "draft",
      electorate: { roles: ["chair", "organiser"] },
    });
    const there = await create({
      method: "approval",
      options: ["a", "b"],
      phase: "draft",
      electorate: { attendance: true },
    });
    await pool.query(
      `INSERT INTO attendance (id, assembly_id, person_id, arrived_at) VALUES ($1, $2, $3, now())`,
      [randomUUID(), assembly.id, voters[5]!.personId],
    );
    for (const decisionId of [listed, chairs, there]) {
      const opened = await container.api.decisions.open(chair, { decisionId, overrideReason: "" });
      expect(opened).toMatchObject({ ok: true });
    }
    const { rows } = await pool.query<{ id: string; persons: number }>(
      "SELECT id, (frozen->>'persons')::int AS persons FROM decision WHERE id = ANY($1::uuid[])",
      [[listed, chairs, there]],
    );
    const persons = Object.fromEntries(rows.map((row) => [row.id, row.persons]));
    expect([listed, chairs, there].map((id) => persons[id])).toEqual([3, 2, 1]);
    await pool.query("UPDATE attendance SET left_at = now() WHERE person_id = $1", [
      voters[5]!.personId,
    ]);
    expect(await cast(there, 5, approve("a"))).toMatchObject({ ok: true });
    expect(await cast(there, 6, approve("a"))).toMatchObject({ refusal: { code: "not-entitled" } });
    expect(await cast(listed, 2, approve("a"))).toMatchObject({ ok: true });
    expect(await cast(listed, 3, approve("a"))).toMatchObject({
      refusal: { code: "not-entitled" },
    });
    expect(await cast(chairs, 1, approve("a"))).toMatchObject({ ok: true });
  });
});

describe("windows and rehearsals", () => {
  it("opens and closes at its hour", async () => {
    const id = await create({ method: "approval", options: ["a", "b"], phase: "draft" });
    await pool.query(
      `UPDATE decision SET opens_at = now() - interval '1 minute', closes_at = now() + interval '1 hour'
       WHERE id = $1`,
      [id],
    );
    await container.api.decisions.keepWindows();
    expect(await cast(id, 0, approve("a"))).toMatchObject({ ok: true });
    await pool.query(
      "UPDATE decision SET opens_at = now() - interval '2 hours', closes_at = now() - interval '1 minute' WHERE id = $1",
      [id],
    );
    await container.api.decisions.keepWindows();
    expect(await cast(id, 1, approve("a"))).toMatchObject({ refusal: { code: "vote-closed" } });
  });

  it("begins a rehearsal again, and nothing else", async () => {
    const real = await create({ method: "approval", options: ["a", "b"] });
    const rehearsal = await create({ method: "approval", options: ["a", "b"], rehearsal: true });
    await vote(rehearsal, [approve("a")]);
    const api = container.api.decisions;
    expect(await api.reset(organiser, { decisionId: real })).toMatchObject({
      refusal: { code: "not-a-rehearsal" },
    });
    expect(await api.reset(organiser, { decisionId: rehearsal })).toMatchObject({ ok: true });
    const { rows } = await pool.query("SELECT phase, frozen FROM decision WHERE id = $1", [
      rehearsal,
    ]);
    expect(rows).toEqual([{ phase: "draft", frozen: {} }]);
    const opened = await api.open(chair, { decisionId: rehearsal, overrideReason: "" });
    expect(opened).toMatchObject({ ok: true });
    expect(await cast(rehearsal, 0, approve("b"))).toMatchObject({ value: { revision: 1 } });
  });
});
