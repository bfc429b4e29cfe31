import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { signIn } from "../support/electors.ts";
import { startOwnPostgres } from "../support/own-postgres.ts";
import { startWeb } from "../support/server-process.ts";
import { median, percentile } from "./figures.ts";
import { startTraffic } from "./page-traffic.ts";
import { publish } from "./publish.ts";

const READERS = Number(process.env["BENCH_READERS"] ?? 41_702);
const NOTICES_EACH = 5;
const ROUNDS = 3;
const PAGE = 500;
const MOST_SECONDS = 600;
const MOST_RATIO = 10;
const MOST_SLOWER = 3;
const WEEK_MS = 7 * 86_400_000;
/** How long the pages are read while nothing else is done. */
const QUIET_MS = 15_000;
const PATHS = ["/", "/notifications"];

/**
 * The digests of all members, five notices of three bodies each, against bare PostgreSQL taking as
 * many mails of the same length, five hundred a statement. Rounds alternate, the first is not
 * counted. Then once more while people read their pages on a web process, ten requests a second.
 * Database, job, web process and readers share the machine.
 */
const postgres = await startOwnPostgres();
const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
// A Monday, after the hour of digests.
let now = Date.parse("2026-10-12T07:00:00.000Z");
const writer = await startWriter();
try {
  await fillRegister();
  const rounds: { digest: number; cpu: number; floor: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { seconds: digest, cpu } = await writeDigests(round);
    const floor = await bareInserts();
    if (round > 0) rounds.push({ digest, cpu, floor });
  }
  const ratio = median(rounds.map((round) => round.digest / round.floor));
  const took = median(rounds.map((round) => round.digest));
  const beside = await besideTraffic();
  publish("digest", { readers: READERS, notices: NOTICES_EACH, rounds, ratio, beside }, [
    {
      what: "floor: bare `pg`, as many mails, seconds",
      value: median(rounds.map((round) => round.floor)).toFixed(1),
    },
    {
      what: `${READERS} digests of five notices each, seconds`,
      value: took.toFixed(1),
      bound: `≤ ${MOST_SECONDS}`,
      holds: took <= MOST_SECONDS,
    },
    {
      what: "of these on the processor of the job, seconds",
      value: median(rounds.map((round) => round.cpu)).toFixed(1),
    },
    {
      what: "ratio, median of three rounds",
      value: `${ratio.toFixed(2)} ×`,
      bound: `≤ ${MOST_RATIO} ×`,
      holds: ratio <= MOST_RATIO,
    },
    {
      what: "the same beside live traffic, seconds",
      value: beside.seconds.toFixed(1),
      bound: `≤ ${MOST_SECONDS}`,
      holds: beside.seconds <= MOST_SECONDS,
    },
    { what: "a page while nothing is written, p95", value: `${beside.quiet.toFixed(1)} ms` },
    {
      what: "a page while digests are written, p95",
      value: `${beside.busy.toFixed(1)} ms, ${(beside.busy / beside.quiet).toFixed(2)} ×`,
      bound: `≤ ${MOST_SLOWER} ×`,
      holds: beside.busy <= MOST_SLOWER * beside.quiet,
    },
  ]);
} finally {
  writer.disconnect();
  await once(writer, "exit");
  await pool.end();
  await postgres.stop();
}

async function startWriter(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, "digest-writer.js"), [postgres.url]);
  await once(child, "message");
  return child;
}

type Written = { written: number; seconds: number; cpu: number };

/** A week later everybody is told again, and the digests of the week are written. */
async function writeDigests(round: number): Promise<Written> {
  now += WEEK_MS;
  await pool.query("TRUNCATE notice, digest_line, mail");
  await tellEverybody(round);
  const done = once(writer, "message") as Promise<[Written]>;
  writer.send(new Date(now).toISOString());
  const [result] = await done;
  if (result.written !== READERS) {
    throw new Error(`${result.written} digests of ${READERS} were written`);
  }
  return result;
}

/** How long pages take before and during, p95 (ms), and the digests beside them (s). */
async function besideTraffic(): Promise<{ seconds: number; quiet: number; busy: number }> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM person LIMIT 200");
  const readers = await signIn(
    pool,
    rows.map(({ id }) => id),
  );
  const web = await startWeb({ databaseUrl: postgres.url });
  try {
    const p95 = (times: number[]) => percentile(times, 0.95);
    const readFor = async (ms: number) => {
      const traffic = startTraffic(web.url, readers, PATHS);
      await pause(ms);
      return p95(await traffic.stop());
    };
    // What is read first is compiled first.
    await readFor(QUIET_MS / 3);
    const quiet = await readFor(QUIET_MS);
    const during = startTraffic(web.url, readers, PATHS);
    const { seconds } = await writeDigests(ROUNDS + 1);
    return { seconds, quiet, busy: p95(await during.stop()) };
  } finally {
    await web.stop();
  }
}

async function fillRegister(): Promise<void> {
  await pool.query(
    `INSERT INTO person (id, family_name, language, email, email_status)
     SELECT uuidv7(), 'Reader ' || n, (ARRAY['fr', 'nl', 'de', 'en'])[1 + n % 4],
       'reader-' || n || '@members.example', 'working'
     FROM generate_series(1, ${READERS}) AS n`,
  );
}

async function tellEverybody(round: number): Promise<void> {
  await pool.query(
    `INSERT INTO notice (person_id, key, kind, body, body_name, link, urgency, mail, created_at)
     SELECT p.id, $1 || n, (ARRAY['question-answered', 'question-merged', 'appeal-upheld'])[1 + n % 3],
       'lab:' || $2 || n % 3, 'Atelier ' || n % 3, '/smartlab/atelier', 'digest', 'weekly', $3
     FROM person p, generate_series(1, ${NOTICES_EACH}) AS n`,
    [`bench/${round}/`, randomUUID().slice(0, 8), new Date(now)],
  );
  await pool.query(
    `INSERT INTO digest_line (rhythm, person_id, notice_id)
     SELECT mail, person_id, id FROM notice`,
  );
  await pool.query("ANALYZE notice, digest_line");
}

/** The mails that were just written, once more, by nothing but INSERT. */
async function bareInserts(): Promise<number> {
  const { rows } = await pool.query<{
    person: string;
    recipient: string;
    subject: string;
    body: string;
  }>("SELECT person_id AS person, recipient, subject, body FROM mail");
  await pool.query("TRUNCATE mail");
  return seconds(async () => {
    for (let from = 0; from < rows.length; from += PAGE) {
      const page = rows.slice(from, from + PAGE);
      await pool.query(
        `INSERT INTO mail (id, person_id, recipient, language, subject, body)
         SELECT m.id, m.person, m.recipient, 'fr', m.subject, m.body
         FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
           AS m (id, person, recipient, subject, body)`,
        [
          page.map(() => randomUUID()),
          page.map(({ person }) => person),
          page.map(({ recipient }) => recipient),
          page.map(({ subject }) => subject),
          page.map(({ body }) => body),
        ],
      );
    }
  });
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
