import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Result } from "#domain/kernel/result.ts";
import type { CastResult } from "#wire/decisions.ts";
import { createContainer, type Container } from "#server/container.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { startWorker } from "#server/platform/jobs-bullmq.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { signInAs } from "../../support/actors.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../../support/live-assembly.ts";

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let actors: PersonActor[];

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  assembly = await createLiveAssembly(pool, 300);
  actors = await signInAs(
    container,
    assembly.electors.map((elector) => elector.id),
  );
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

function actor(index: number): PersonActor {
  const found = actors[index];
  if (!found) throw new Error(`no elector ${index}`);
  return found;
}

function cast(
  decisionId: string,
  voter: PersonActor,
  optionId = "for",
  commandId: string = randomUUID(),
): Promise<Result<CastResult>> {
  return container.api.decisions.cast(
    voter,
    { decisionId, electorId: voter.personId, optionId },
    commandId,
  );
}

async function ballots(decisionId: string) {
  const { rows } = await pool.query<{ elector_id: string; option_id: string; revision: number }>(
    "SELECT elector_id, option_id, revision FROM ballot WHERE decision_id = $1",
    [decisionId],
  );
  return rows;
}

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

describe("a vote by name", () => {
  let decisionId: string;
  beforeEach(async () => {
    decisionId = await createDecision(pool, assembly);
  });

  it("is acknowledged with a receipt that does not say what was chosen", async () => {
    const result = await cast(decisionId, actor(0), "against");
    expect(result).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(JSON.stringify(result)).not.toContain("against");
    expect(await ballots(decisionId)).toEqual([
      { elector_id: actor(0).personId, option_id: "against", revision: 1 },
    ]);
  });

  it("has one effect and the same answer when its command comes again, even after the close", async () => {
    const command = randomUUID();
    const first = await cast(decisionId, actor(0), "for", command);
    await cast(decisionId, actor(0), "against");
    await pool.query("UPDATE decision SET phase = 'closed' WHERE id = $1", [decisionId]);
    expect(await cast(decisionId, actor(0), "for", command)).toEqual(first);
    expect(await ballots(decisionId)).toMatchObject([{ option_id: "against", revision: 2 }]);
  });

  it("can be changed until the close where the rule allows, and only there", async () => {
    await cast(decisionId, actor(0), "for");
    expect(await cast(decisionId, actor(0), "abstain")).toMatchObject({ value: { revision: 2 } });
    const final = await createDecision(pool, assembly, { mayChange: false });
    await cast(final, actor(0), "for");
    expect(code(await cast(final, actor(0), "against"))).toBe("already-voted");
    expect(await ballots(final)).toMatchObject([{ option_id: "for", revision: 1 }]);
  });

  it("counts once when two devices cast at the same moment", async () => {
    const final = await createDecision(pool, assembly, { mayChange: false });
    const other = createContainer(testEnv(database.url));
    const input = { decisionId: final, electorId: actor(0).personId, optionId: "for" };
    const results = await Promise.all([
      cast(final, actor(0)),
      other.api.decisions.cast(actor(0), { ...input, optionId: "against" }, randomUUID()),
    ]);
    await other.close();
    expect(results.map(code).sort()).toEqual(["already-voted", "ok"]);
    expect(await ballots(final)).toHaveLength(1);
  });

  it.each([
    ["an unknown option", "unknown-option", () => cast(decisionId, actor(0), "maybe")],
    ["an unknown decision", "not-found", () => cast(randomUUID(), actor(0))],
    [
      "somebody else's name",
      "not-allowed",
      () =>
        container.api.decisions.cast(
          actor(0),
          { decisionId, electorId: actor(1).personId, optionId: "for" },
          randomUUID(),
        ),
    ],
    [
      "an ended session",
      "session-revoked",
      () => cast(decisionId, { ...actor(0), sessionHash: "0".repeat(64) }),
    ],
    [
      "nobody",
      "not-signed-in",
      () =>
        container.api.decisions.cast(
          { kind: "anonymous" },
          { decisionId, electorId: actor(0).personId, optionId: "for" },
          randomUUID(),
        ),
    ],
  ])("is refused for %s and leaves no trace", async (_name, expected, attempt) => {
    expect(code(await attempt())).toBe(expected);
    expect(await ballots(decisionId)).toEqual([]);
  });

  it("is refused before the opening, after the close, and off the roll", async () => {
    const draft = await createDecision(pool, assembly, { phase: "draft" });
    expect(code(await cast(draft, actor(0)))).toBe("vote-not-open");
    await pool.query("UPDATE decision SET phase = 'closed' WHERE id = $1", [decisionId]);
    expect(code(await cast(decisionId, actor(0)))).toBe("vote-closed");

    const open = await createDecision(pool, assembly);
    await pool.query(`UPDATE decision SET electorate = '{"categories":["B"]}' WHERE id = $1`, [
      open,
    ]);
    expect(code(await cast(open, actor(0)))).toBe("not-entitled");
    expect(await ballots(open)).toEqual([]);
  });

  it("does not fall with a refused neighbour in the same batch", async () => {
    const results = await Promise.all([
      cast(decisionId, actor(0)),
      cast(decisionId, actor(1), "maybe"),
      cast(decisionId, actor(2)),
    ]);
    expect(results.map(code)).toEqual(["ok", "unknown-option", "ok"]);
  });

  it("lets a representative vote for the legal person, and nobody else", async () => {
    const legal = actor(5).personId;
    await pool.query(
      `INSERT INTO representation (id, legal_person_id, representative_id, valid_from)
       VALUES (gen_random_uuid(), $1, $2, '2020-01-01')`,
      [legal, actor(6).personId],
    );
    const input = { decisionId, electorId: legal, optionId: "for" };
    const [own, forOther, stranger] = await Promise.all([
      cast(decisionId, actor(6)),
      container.api.decisions.cast(actor(6), input, randomUUID()),
      container.api.decisions.cast(actor(7), input, randomUUID()),
    ]);
    expect([own, forOther, stranger].map(code)).toEqual(["ok", "ok", "not-allowed"]);
    expect(await ballots(decisionId)).toHaveLength(2);
  });
});

describe("closing a vote", () => {
  it("loses nothing acknowledged and lets nothing in after, with hundreds of casts racing it", async () => {
    await grantRole(pool, actor(299).personId, "chair");
    const [chair] = await signInAs(container, [actor(299).personId]);
    if (!chair) throw new Error("no chair");
    for (let round = 0; round < 5; round += 1) {
      const decisionId = await createDecision(pool, assembly);
      const second = createContainer(testEnv(database.url));
      const casting = actors.slice(0, 290).map(async (voter, index) => {
        await new Promise((resolve) => setTimeout(resolve, index % 40));
        const { api } = index % 2 === 0 ? container : second;
        return api.decisions.cast(
          voter,
          { decisionId, electorId: voter.personId, optionId: "for" },
          randomUUID(),
        );
      });
      // The close comes once casting is under way, each round a little later.
      await Promise.race(casting);
      await new Promise((resolve) => setTimeout(resolve, round * 6));
      const closed = await container.api.decisions.close(chair, { decisionId });
      expect(closed.ok).toBe(true);
      const atClose = await pool.query<{ cast: number }>(
        "SELECT (frozen->>'cast')::int AS cast FROM decision WHERE id = $1",
        [decisionId],
      );
      const results = await Promise.all(casting);
      await second.close();
      const acknowledged = results.filter((result) => result.ok).length;
      expect(acknowledged).toBeGreaterThan(0);
      for (const result of results) expect(["ok", "vote-closed"]).toContain(code(result));
      expect(await ballots(decisionId)).toHaveLength(acknowledged);
      expect(atClose.rows[0]?.cast).toBe(acknowledged);

      await container.api.decisions.jobs["decision.count"]({ decisionId });
      const report = await container.api.decisions.report(chair, decisionId);
      expect(report.ok && report.value.page.cast).toBe(acknowledged);
    }
  });
});

describe("the count", () => {
  it("happens once, however often the job runs", async () => {
    const decisionId = await createDecision(pool, assembly);
    await Promise.all(actors.slice(0, 20).map((voter) => cast(decisionId, voter)));
    await pool.query("UPDATE decision SET phase = 'closed' WHERE id = $1", [decisionId]);
    const count = () => container.api.decisions.jobs["decision.count"]({ decisionId });
    await Promise.all([count(), count(), count()]);
    await count();
    const { rows } = await pool.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM audit_entry WHERE action = 'decision.count' AND subject = $1",
      [`decision:${decisionId}`],
    );
    expect(rows[0]?.count).toBe(1);
  });

  it("is asked for again by the sweep when its job was lost, and done by the worker", async () => {
    const decisionId = await createDecision(pool, assembly);
    await pool.query("UPDATE decision SET phase = 'closed', closed_at = now() WHERE id = $1", [
      decisionId,
    ]);
    await container.api.decisions.enqueueMissingCounts();
    const worker = startWorker(container.platform.env, container.platform.log, container.jobs);
    await expect
      .poll(async () => {
        const query = "SELECT phase FROM decision WHERE id = $1";
        return (await pool.query<{ phase: string }>(query, [decisionId])).rows[0]?.phase;
      })
      .toBe("counted");
    await worker.close();
  });
});
