import { randomUUID } from "node:crypto";
import pg from "pg";
import { createContainer } from "../../server/container.ts";
import { testEnv } from "../support/env.ts";
import { fixedClock } from "../support/fixed.ts";
import { startOwnPostgres } from "../support/own-postgres.ts";
import { median } from "./figures.ts";
import { publish } from "./publish.ts";

const READERS = 41_702;
const NOTICES_EACH = 5;
const ROUNDS = 3;
const PAGE = 500;
const MOST_SECONDS = 600;
const MOST_RATIO = 20;
const WEEK_MS = 7 * 86_400_000;

/**
 * The digests of all members, five notices of three bodies each, against bare PostgreSQL taking as
 * many mails of the same length, five hundred a statement. Rounds alternate, the first is not
 * counted. Database and job share the machine.
 */
const postgres = await startOwnPostgres();
const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
// A Monday, after the hour of digests.
const clock = fixedClock("2026-10-12T07:00:00.000Z");
const container = createContainer(testEnv(postgres.url), { clock });
try {
  await fillRegister();
  const rounds: { digest: number; floor: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await pool.query("TRUNCATE notice, mail");
    await tellEverybody(round);
    const digest = await seconds(async () => {
      const written = await container.api.notifications.writeDigests();
      if (written !== READERS) throw new Error(`${written} digests of ${READERS} were written`);
    });
    const floor = await bareInserts();
    if (round > 0) rounds.push({ digest, floor });
    clock.advance(WEEK_MS);
  }
  const ratio = median(rounds.map((round) => round.digest / round.floor));
  const took = median(rounds.map((round) => round.digest));
  publish("digest", { readers: READERS, notices: NOTICES_EACH, rounds, ratio }, [
    {
      what: "floor: bare `pg`, as many mails, seconds",
      value: median(rounds.map((round) => round.floor)).toFixed(1),
    },
    {
      what: "41,702 digests of five notices each, seconds",
      value: took.toFixed(1),
      bound: `≤ ${MOST_SECONDS}`,
      holds: took <= MOST_SECONDS,
    },
    {
      what: "ratio, median of three rounds",
      value: `${ratio.toFixed(2)} ×`,
      bound: `≤ ${MOST_RATIO} ×`,
      holds: ratio <= MOST_RATIO,
    },
  ]);
} finally {
  await container.close();
  await pool.end();
  await postgres.stop();
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
    [`bench/${round}/`, randomUUID().slice(0, 8), clock.now()],
  );
  await pool.query("ANALYZE notice");
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
