import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rehearse } from "#server/rehearsal/rehearse.ts";
import { createThrowAway, dropDatabase } from "#server/rehearsal/throw-away.ts";
import { writeReport } from "#server/rehearsal/write-report.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { createDecision, createLiveAssembly } from "../support/live-assembly.ts";

const MEMBERS = 30;
const LENGTHS = { arrivals: 2_500, questions: 1_500, vote: 4_000 };

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function databasesLeft(): Promise<number> {
  const { rows } = await pool.query(
    "SELECT FROM pg_database WHERE datname LIKE 'palabre_rehearsal_%'",
  );
  return rows.length;
}

it("a copy of a session is played, every acknowledged act is kept, and nothing is left of it", async () => {
  const assembly = await createLiveAssembly(pool, 3);
  await createDecision(pool, assembly);
  const secret = await createDecision(pool, assembly, { phase: "draft" });
  await pool.query("UPDATE decision SET ballot_kind = 'secret', seal = 'server' WHERE id = $1", [
    secret,
  ]);
  const before = await databasesLeft();
  const place = await createThrowAway(database.url, process.cwd());
  const steps: number[] = [];
  try {
    const report = await rehearse({
      databaseUrl: place.url,
      members: MEMBERS,
      seed: 7,
      original: { databaseUrl: database.url, slug: assembly.slug },
      lengths: LENGTHS,
      progress: (done) => steps.push(done),
    });
    expect(report.broken).toEqual([]);
    expect(report).toMatchObject({ members: MEMBERS, votes: 1, leftOut: 1 });
    expect(report.acts.arrival).toEqual({ acknowledged: MEMBERS, kept: MEMBERS });
    // How many are in time before the vote closes is the machine's matter.
    expect(report.acts.vote.acknowledged).toBeGreaterThan(0);
    expect(report.network.lost).toBeGreaterThan(0);
    expect(steps.at(-1)).toBe(1);
    expect(writeReport(report)).toContain("Nothing broke.");
  } finally {
    await place.drop();
  }
  expect(await databasesLeft()).toBe(before);
  // The original knows nothing of it.
  const { rows } = await pool.query("SELECT FROM attendance");
  expect(rows).toHaveLength(0);
});

it("no other database is dropped by its name", async () => {
  await expect(dropDatabase(database.url, "palabre")).rejects.toThrow("not a rehearsal's");
  await expect(dropDatabase(database.url, "palabre_rehearsal_; x")).rejects.toThrow();
});
