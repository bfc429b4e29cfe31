import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { toHex } from "../../app/domain/decisions/secret/bytes.ts";
import { aggregate, openedHash } from "../../app/domain/decisions/secret/opened.ts";
import type { BallotGroup } from "../../app/domain/decisions/profile.ts";
import { type AnyReport, countBy, type MethodName } from "../../app/domain/decisions/registry.ts";
import { tieBreaker } from "../../app/domain/decisions/tie.ts";
import { createContainer } from "../../server/container.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { createElection } from "../support/election.ts";
import { testEnv } from "../support/env.ts";
import { seededRandom } from "../support/fixed.ts";
import { createLiveAssembly, type LiveAssembly } from "../support/live-assembly.ts";
import { fillUrn } from "../support/secret-decision.ts";
import { type ServerProcess, startJobs } from "../support/server-process.ts";

const ELECTORS = 4_000;
const OPTIONS = Array.from({ length: 14 }, (_, at) => `option-${at}`);
const COUNTED_MS = 120_000;

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
function differentBallots(shape: "rank" | "approve", length = ELECTORS): BallotGroup[] {
  const random = seededRandom(7);
  return Array.from({ length }, () => {
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

/** The same in an urn under the server's seal, as a close leaves it. */
async function closeUrn(method: MethodName, seats: number, texts: string[]): Promise<string> {
  const election = { method, rule: { seats }, options: OPTIONS, phase: "draft" } as const;
  const id = await createElection(pool, assembly, election);
  await pool.query("UPDATE decision SET ballot_kind = 'secret', seal = 'server' WHERE id = $1", [
    id,
  ]);
  const container = createContainer(testEnv(database.url));
  await container.api.decisions.ballotBox.prepareUrns();
  await fillUrn(container, id, texts);
  await container.close();
  const persons = { entitled: ELECTORS, present: texts.length, ballots: texts.length };
  const issued = { online: texts.length, assisted: 0, paper: 0, no_script: 0 };
  await pool.query("UPDATE urn SET credential_secret = NULL, ledger = $2 WHERE decision_id = $1", [
    id,
    { ...persons, issued },
  ]);
  await pool.query(
    `UPDATE decision SET phase = 'closed', opened_at = now(), closed_at = now(), frozen = $2
     WHERE id = $1`,
    [id, { asOf: "2026-06-01", persons: ELECTORS, shares: ELECTORS }],
  );
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

  it("come out of an urn in the order of what they say, and are counted", async () => {
    const ballots = differentBallots("rank", 2_500);
    const texts = ballots.map(({ content }) => encodeBallot(content));
    const id = await closeUrn("stv", 5, texts);
    const { report } = await saved(id, () => true);
    expect(report).toEqual(expected("stv", 5, ballots));
    const opened = aggregate(texts);
    const { rows } = await pool.query(
      "SELECT content, ballots FROM opened_ballot WHERE decision_id = $1 ORDER BY place",
      [id],
    );
    expect(rows).toEqual(opened);
    const tally = await pool.query<{ ballots_hash: string }>(
      "SELECT ballots_hash FROM tally WHERE decision_id = $1",
      [id],
    );
    expect(tally.rows[0]?.ballots_hash).toBe(toHex(await openedHash(opened)));
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
