import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ANSWER_DUE_DAYS } from "#domain/live-session/question.ts";

type Client = Pick<ClientBase, "query">;
type By = { actorId: string; now: Date };

const DAY_MS = 86_400_000;

/**
 * Every published question without an answer is owed one in writing within thirty days, by the
 * function that answers where nobody else was named (rules §4.6). Nothing is silently dropped.
 */
export async function settleUnanswered(
  client: Client,
  assemblyId: string,
  { actorId, now }: By,
): Promise<string[]> {
  const dueOn = dayInBrussels(new Date(now.getTime() + ANSWER_DUE_DAYS * DAY_MS));
  const { rows } = await client.query<{ author: string }>(
    `WITH unanswered AS (
       SELECT id, state FROM question
       WHERE assembly_id = $1 AND state IN ('published', 'queued', 'asked') FOR NO KEY UPDATE
     ), journal AS (
       INSERT INTO question_move (id, question_id, actor_id, "from", "to", reason, at)
       SELECT uuidv7(), id, $2, state, 'owed_written', 'session-closed', $3 FROM unanswered
     ), owed AS (
       UPDATE question q SET state = 'owed_written', silent = false, queue_place = NULL,
         owed_at = $3, answer_due_on = $4, answer_owner = a.answers_owner,
         answer_address = a.answers_address, answer_language = a.answers_language
       FROM unanswered u, assembly a
       WHERE q.id = u.id AND a.id = q.assembly_id RETURNING q.author_id
     )
     SELECT DISTINCT author_id AS author FROM owed WHERE author_id IS NOT NULL`,
    [assemblyId, actorId, now, dueOn],
  );
  return rows.map(({ author }) => author);
}

/** What was only needed while people asked and chose: who saw what, and the key of the limits. */
export async function forgetAskers(client: Client, assemblyId: string): Promise<void> {
  await client.query("DELETE FROM question_limit_key WHERE assembly_id = $1", [assemblyId]);
  await client.query("DELETE FROM question_allowance WHERE assembly_id = $1", [assemblyId]);
  await client.query(
    `DELETE FROM question_exposure e USING question q
     WHERE q.id = e.question_id AND q.assembly_id = $1`,
    [assemblyId],
  );
}
