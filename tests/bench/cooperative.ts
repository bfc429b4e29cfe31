import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { seedDemo } from "../../prisma/seed/index.ts";
import { startEmbeddedPostgres } from "../../server/platform/embedded-postgres.ts";
import { applyMigrations } from "../../server/platform/migrations.ts";
import { signIn } from "../support/electors.ts";
import { LightSocket } from "../../server/rehearsal/light-socket.ts";
import { startJobs, startWeb } from "../support/server-process.ts";

/** The demo cooperative at full size in session, behind the real web and job processes. */
export type Cooperative = {
  databaseUrl: string;
  pool: pg.Pool;
  url: string;
  webPid: number;
  jobsPid: number;
  assemblyId: string;
  slug: string;
  /** Copies of a drafted resolution, open; their ids. */
  openDecisions: (count: number) => Promise<string[]>;
  /** Published questions that can be supported; their ids. */
  publishQuestions: (count: number) => Promise<string[]>;
  /** Supports of each published question, counted from the rows. */
  supportCounts: () => Promise<Map<string, number>>;
};

export async function withCooperative(
  work: (cooperative: Cooperative) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "palabre-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir, restart: false });
  const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
  const client = await pool.connect();
  await applyMigrations(client, join(process.cwd(), "prisma/migrations"));
  client.release();
  await seedDemo(postgres.url, () => undefined);
  const [web, jobs] = await Promise.all([
    startWeb({ databaseUrl: postgres.url }),
    startJobs({ databaseUrl: postgres.url }),
  ]);
  try {
    const assembly = await openSession(pool, web.url);
    await work({
      databaseUrl: postgres.url,
      pool,
      url: web.url,
      webPid: web.pid,
      jobsPid: jobs.pid,
      assemblyId: assembly.id,
      slug: assembly.slug,
      openDecisions: (count) => openDecisions(pool, assembly.id, count),
      publishQuestions: (count) => publishQuestions(pool, assembly.id, count),
      supportCounts: () => supportCounts(pool, assembly.id),
    });
  } finally {
    await Promise.all([web.stop(), jobs.stop()]);
    await pool.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
    if (postgres.elsewhere) rmSync(postgres.elsewhere, { recursive: true, force: true });
  }
}

/** The chair opens today's session: the roll of 41,702 is taken. */
async function openSession(pool: pg.Pool, url: string): Promise<{ id: string; slug: string }> {
  const { rows } = await pool.query<{ id: string; slug: string; chair: string }>(
    `SELECT a.id, a.slug, p.id AS chair FROM assembly a, person p
     WHERE a.phase = 'convened' AND p.email = 'chair@demo.example'`,
  );
  const [assembly] = rows;
  if (!assembly) throw new Error("The demo has no assembly of today");
  const [chair] = await signIn(pool, [assembly.chair]);
  const socket = await LightSocket.connect(url, chair?.cookie ?? "");
  const answer = await socket.command(randomUUID(), "session.open", { assemblyId: assembly.id });
  if (!answer.ok) throw new Error(`The session did not open: ${answer.error.code}`);
  socket.close();
  return assembly;
}

async function openDecisions(pool: pg.Pool, assemblyId: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH model AS (
       SELECT * FROM decision
       WHERE assembly_id = $1 AND phase = 'draft' AND method = 'resolution'
       ORDER BY position, id LIMIT 1
     ), copy AS (
       INSERT INTO decision (id, assembly_id, item_id, phase, texts, legal_basis, legal_channel,
         rule, profile_version, opened_at, frozen)
       SELECT gen_random_uuid(), assembly_id, item_id, 'open', texts, legal_basis, legal_channel,
         rule, profile_version, now(), '{"asOf":"2026-01-01","persons":41702,"shares":60000}'
       FROM model, generate_series(1, $2::int)
       RETURNING id
     ), options AS (
       INSERT INTO decision_option (decision_id, id, position)
       SELECT copy.id, o.id, o.position FROM copy,
         (VALUES ('for', 1), ('against', 2), ('abstain', 3)) AS o (id, position)
     )
     SELECT id FROM copy`,
    [assemblyId, count],
  );
  return rows.map((row) => row.id);
}

async function publishQuestions(
  pool: pg.Pool,
  assemblyId: string,
  count: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO question (id, assembly_id, author_id, number, kind, state, language, text,
       created_at)
     SELECT gen_random_uuid(), $1, p.id, 1000 + row_number() OVER (), 'open', 'published', 'fr',
       'Une question de mesure, assez longue pour ressembler aux vraies, posée par le membre ' || p.id,
       now()
     FROM (SELECT person_id AS id FROM roll_entry WHERE assembly_id = $1 LIMIT $2) AS p
     RETURNING id`,
    [assemblyId, count],
  );
  return rows.map((row) => row.id);
}

async function supportCounts(pool: pg.Pool, assemblyId: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; supports: number }>(
    `SELECT q.id, count(s.person_id)::int AS supports
     FROM question q LEFT JOIN question_support s ON s.question_id = q.id
     WHERE q.assembly_id = $1 AND q.state = 'published' GROUP BY q.id`,
    [assemblyId],
  );
  return new Map(rows.map((row) => [row.id, row.supports]));
}
