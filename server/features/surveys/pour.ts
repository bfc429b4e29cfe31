import type { PoolClient } from "pg";
import type { WaitingPaper } from "./paper-box.ts";
import { unsealPaper } from "./paper-box.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { settle } from "../notifications/notify.ts";
import { findSurvey } from "./rows.ts";

/** So many papers at least leave the tray together (rules 5.2). */
const FEWEST = 10;

/** Job process: empties each tray in which enough papers wait. */
export async function pourTrays(platform: Platform, sealing: Sealing): Promise<void> {
  const { rows } = await platform.pool.query<{ id: string }>(
    `SELECT survey_id AS id FROM survey_tray GROUP BY survey_id HAVING count(*) >= ${FEWEST}`,
  );
  for (const { id } of rows) {
    await inTransaction(platform.pool, async (client) => {
      // Whoever answers meanwhile waits; who closes has poured already.
      const survey = await findSurvey(client, { id }, "FOR UPDATE");
      if (survey?.phase === "open") await pour(platform, sealing, client, id);
    });
  }
}

/**
 * Takes what waits out of the tray, in one transaction with all its marks: afterwards the rows of so
 * many papers and of as many people carry one transaction number, in the order of chance. The
 * survey is locked by the caller.
 */
export async function pour(
  platform: Platform,
  sealing: Sealing,
  client: PoolClient,
  surveyId: string,
): Promise<void> {
  const { rows } = await client.query<{ sealed: Buffer }>(
    "DELETE FROM survey_tray WHERE survey_id = $1 RETURNING sealed",
    [surveyId],
  );
  if (rows.length === 0) return;
  const papers = rows.map(({ sealed }) => unsealPaper(sealing, surveyId, sealed));
  await insertAnswers(platform, client, surveyId, papers);
  await insertTexts(platform, client, surveyId, papers);
  const marks = await client.query<{ persons: string[] }>(
    `WITH settled AS (
       UPDATE survey_mark SET poured = true WHERE survey_id = $1 AND NOT poured RETURNING person_id)
     SELECT coalesce(array_agg(person_id), '{}') AS persons FROM settled`,
    [surveyId],
  );
  const { persons } = marks.rows[0]!;
  const sendings = await client.query<{ number: number }>(
    "SELECT number FROM survey_sending WHERE survey_id = $1",
    [surveyId],
  );
  for (const { number } of sendings.rows) {
    await settle(platform, client, sendingKey(surveyId, number), persons);
  }
}

/** What makes an invitation or a reminder one: told once to a person. */
export function sendingKey(surveyId: string, number: number): string {
  return `survey:${surveyId}/${number}`;
}

async function insertAnswers(
  { random }: Platform,
  client: PoolClient,
  surveyId: string,
  papers: readonly WaitingPaper[],
): Promise<void> {
  await client.query(
    `INSERT INTO survey_answer (id, survey_id, version, answers)
     SELECT id, $1, version, answers
     FROM unnest($2::uuid[], $3::int[], $4::jsonb[]) AS i (id, version, answers) ORDER BY id`,
    [
      surveyId,
      papers.map(() => random.uuid()),
      papers.map(({ version }) => version),
      papers.map(({ ticked }) => JSON.stringify(ticked)),
    ],
  );
}

/** Free words go away from what their writer ticked, each under a name of its own. */
async function insertTexts(
  { random }: Platform,
  client: PoolClient,
  surveyId: string,
  papers: readonly WaitingPaper[],
): Promise<void> {
  const texts = papers.flatMap(({ written, language }) =>
    written.map((one) => ({ ...one, language, id: random.uuid() })),
  );
  await client.query(
    `INSERT INTO survey_text (id, survey_id, question, language, text)
     SELECT id, $1, question, language, text
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS i (id, question, language, text)
     ORDER BY id`,
    [
      surveyId,
      texts.map(({ id }) => id),
      texts.map(({ question }) => question),
      texts.map(({ language }) => language),
      texts.map(({ text }) => text),
    ],
  );
}

/**
 * Writes everything anew in an order of chance, under one transaction number: which batch a paper or
 * a mark came with is told no more. At the close, when the last batch may have been small.
 */
export async function shuffle(client: PoolClient, surveyId: string): Promise<void> {
  await client.query(
    `WITH gone AS (DELETE FROM survey_answer WHERE survey_id = $1 RETURNING version, answers)
     INSERT INTO survey_answer (id, survey_id, version, answers)
     SELECT gen_random_uuid(), $1, version, answers FROM gone ORDER BY gen_random_uuid()`,
    [surveyId],
  );
  await client.query(
    `WITH gone AS (DELETE FROM survey_text WHERE survey_id = $1 RETURNING question, language, text)
     INSERT INTO survey_text (id, survey_id, question, language, text)
     SELECT gen_random_uuid(), $1, question, language, text FROM gone ORDER BY gen_random_uuid()`,
    [surveyId],
  );
  await client.query(
    `WITH gone AS (DELETE FROM survey_mark WHERE survey_id = $1 RETURNING person_id, answered_on)
     INSERT INTO survey_mark (survey_id, person_id, answered_on, poured)
     SELECT $1, person_id, answered_on, true FROM gone ORDER BY person_id`,
    [surveyId],
  );
}
