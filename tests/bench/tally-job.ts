import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { createElection } from "../support/election.ts";
import { createLiveAssembly } from "../support/live-assembly.ts";
import { startOwnPostgres } from "../support/own-postgres.ts";
import { startJobs } from "../support/server-process.ts";
import type { Row } from "./publish.ts";
import { OPTIONS, rankings } from "./tally-ballots.ts";
import { LONGEST_PAUSE_MS, MOST_MEGABYTES } from "./tally-millions.ts";

const MILLION = 1_000_000;
const BATCH = 2_000;
const SEATS = 8;

/**
 * A million different rankings of 35 options in the database, closed; the real job process finds
 * them, counts them by single transferable vote, then by the other methods. Its pauses and its
 * memory are taken from outside.
 */
export async function countInJob(): Promise<Row[]> {
  const postgres = await startOwnPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  const directory = mkdtempSync(join(tmpdir(), "palabre-heart-"));
  const file = join(directory, "pauses");
  const decisionId = await fillDecision(pool);
  const preload = pathToFileURL(resolve("tests/bench/heart-preload.mjs")).href;
  const jobs = await startJobs({
    databaseUrl: postgres.url,
    env: { NODE_OPTIONS: `--import=${preload}`, HEARTBEAT_FILE: file },
  });
  try {
    const started = Date.now();
    await pool.query("UPDATE decision SET phase = 'closed', closed_at = now() WHERE id = $1", [
      decisionId,
    ]);
    await until(pool, `SELECT FROM tally WHERE decision_id = $1`, decisionId);
    const counted = Date.now();
    const countRows = rowsOf("job: a million ballots read, counted by stv, saved", {
      seconds: (counted - started) / 1_000,
      pause: longestPause(file, started),
    });
    await until(
      pool,
      `SELECT FROM tally WHERE decision_id = $1 AND comparison IS NOT NULL`,
      decisionId,
    );
    const compareRows = rowsOf("job: the same counted by the other methods", {
      seconds: (Date.now() - counted) / 1_000,
      pause: longestPause(file, counted),
    });
    await checkCast(pool, decisionId);
    return [...countRows, ...compareRows, memoryRow(peakMegabytes(jobs.pid))];
  } finally {
    await jobs.stop();
    await pool.end();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function fillDecision(pool: pg.Pool): Promise<string> {
  const assembly = await createLiveAssembly(pool, 1);
  const id = await createElection(pool, assembly, {
    method: "stv",
    rule: { seats: SEATS },
    options: [...OPTIONS],
  });
  const client = await pool.connect();
  // Electors that are nobody: what is counted is what ballots say.
  await client.query("SET session_replication_role = replica");
  let texts: string[] = [];
  for (const { content } of rankings(MILLION)) {
    if (texts.push(encodeBallot(content)) < BATCH) continue;
    await client.query(
      `INSERT INTO ballot (decision_id, elector_id, content, receipt, cast_at)
       SELECT $1, gen_random_uuid(), content, 'r', now() FROM unnest($2::text[]) AS content`,
      [id, texts],
    );
    texts = [];
  }
  await client.query("ANALYZE ballot");
  client.release(true);
  return id;
}

async function until(pool: pg.Pool, query: string, decisionId: string): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(query, [decisionId]);
    if (rowCount === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function checkCast(pool: pg.Pool, decisionId: string): Promise<void> {
  const { rows } = await pool.query<{ counted: number }>(
    `SELECT (report->'ballots'->'counted')::int AS counted FROM tally WHERE decision_id = $1`,
    [decisionId],
  );
  if (rows[0]?.counted !== MILLION) throw new Error("the count is wrong");
}

function rowsOf(what: string, { seconds, pause }: { seconds: number; pause: number }): Row[] {
  return [
    {
      what: `${what}; longest pause of its heartbeat`,
      value: `${seconds.toFixed(0)} s; ${pause} ms`,
      bound: `pause ≤ ${LONGEST_PAUSE_MS} ms`,
      holds: pause <= LONGEST_PAUSE_MS,
    },
  ];
}

function memoryRow(megabytes: number): Row {
  return {
    what: "job: most memory of its process",
    value: `${megabytes.toFixed(0)} MiB`,
    bound: `< ${MOST_MEGABYTES} MiB`,
    holds: megabytes < MOST_MEGABYTES,
  };
}

/** Of those that ended after `since`; in milliseconds. */
function longestPause(file: string, since: number): number {
  if (!existsSync(file)) return 0;
  const pauses = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split(" ").map(Number))
    .filter(([at = 0]) => at > since);
  return Math.max(0, ...pauses.map(([, pause = 0]) => pause));
}

/** The most that was resident at once, threads included. */
function peakMegabytes(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1_024;
}
