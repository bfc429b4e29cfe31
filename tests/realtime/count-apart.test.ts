import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import type { BallotGroup } from "../../app/domain/decisions/profile.ts";
import { type AnyReport, countBy, type MethodName } from "../../app/domain/decisions/registry.ts";
import { tieBreaker } from "../../app/domain/decisions/tie.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { createElection } from "../support/election.ts";
import { seededRandom } from "../support/fixed.ts";
import { createLiveAssembly, type LiveAssembly } from "../support/live-assembly.ts";
import { type ServerProcess, startJobs } from "../support/server-process.ts";

const ELECTORS = 4_000;
const OPTIONS = Array.from({ length: 14 }, (_, at) => `option-${at}`);
const COUNTED_MS = 30_000;

let database: TestDatabase;
let pool: pg.Pool;
let assembly: LiveAssembly;
let jobs: ServerProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  assembly = await createLiveAssembly(pool, ELECTORS);
  jobs = await Promise.all([startJob(), startJob()]);
});

afterAll(async () => {
  await Promise.all(jobs.map((job) => job.stop()));
  await pool.end();
  await database.drop();
});

const startJob = () => startJobs({ databaseUrl: database.url });

/** Too many different ballots to be counted in place. */
function differentBallots(shape: "rank" | "approve"): BallotGroup[] {
  const random = seededRandom(7);
  return Array.from({ length: ELECTORS }, () => {
    const left = [...OPTIONS];
    const chosen = Array.from({ length: 6 }, () => left.splice(random.below(left.length), 1)[0]!);
    return shape === "rank"
      ? { content: { kind: "rank", ranks: chosen.map((option) => [option]) }, count: 1 }
      : { content: { kind: "approve", options: chosen }, count: 1 };
  });
}

async function close(method: MethodName, seats: number, ballots: BallotGroup[]): Promise<string> {
  const id = await createElection(pool, assembly, { method, rule: { seats }, options: OPTIONS });
  await pool.query(
    `INSERT INTO ballot (decision_id, elector_id, content, receipt, cast_at)
     SELECT $1, elector, content, 'r', now() FROM unnest($2::uuid[], $3::text[]) AS b(elector, content)`,
    [
      id,
      assembly.electors.map((elector) => elector.id),
      ballots.map(({ content }) => encodeBallot(content)),
    ],
  );
  await pool.query("UPDATE decision SET phase = 'closed', closed_at = now() WHERE id = $1", [id]);
  return id;
}

type Saved = { report: AnyReport; comparison: object[] | null };

async function saved(id: string, isThere: (tally: Saved) => boolean): Promise<Saved> {
  const until = Date.now() + COUNTED_MS;
  while (Date.now() < until) {
    const { rows } = await pool.query<Saved>(
      "SELECT report, comparison FROM tally WHERE decision_id = $1",
      [id],
    );
    if (rows[0] && isThere(rows[0])) return rows[0];
    await pause(100);
  }
  throw new Error("not counted in time");
}

function expected(method: MethodName, seats: number, ballots: BallotGroup[]): AnyReport {
  const counted = countBy(
    method,
    { options: OPTIONS, ballots },
    { seats },
    tieBreaker({ kind: "none" }),
  );
  if (!counted.ok) throw new Error(counted.refusal.code);
  return counted.value;
}

async function timesCounted(id: string): Promise<number> {
  const { rowCount } = await pool.query(
    "SELECT FROM audit_entry WHERE action = 'decision.count' AND subject = $1",
    [`decision:${id}`],
  );
  return rowCount ?? 0;
}

describe("many different ballots, counted in a thread by two job processes", () => {
  it("give the report that they give in place, once, and what other methods would have given", async () => {
    const ballots = differentBallots("rank");
    const id = await close("stv", 5, ballots);
    const { report, comparison } = await saved(id, (tally) => tally.comparison !== null);
    expect(report).toEqual(expected("stv", 5, ballots));
    expect(comparison?.map((other) => (other as { method: string }).method)).toEqual([
      "schulze",
      "ranked-pairs",
      "borda",
    ]);
    expect(await timesCounted(id)).toBe(1);
  });

  it("are counted by whoever lives, however often one of them dies", async () => {
    const ballots = differentBallots("approve");
    const ids: string[] = [];
    for (let death = 0; death < 3; death += 1) {
      ids.push(await close("equal-shares", 5, ballots));
      await pause(2_000 + 500 * death);
      await jobs[0]!.kill();
      jobs[0] = await startJob();
    }
    const wanted = expected("equal-shares", 5, ballots);
    for (const id of ids) {
      expect((await saved(id, () => true)).report).toEqual(wanted);
      expect(await timesCounted(id)).toBe(1);
    }
  });
});
