import type { ClientBase } from "pg";
import type { BatchOutcome } from "../batch-outcomes.ts";

/** One answer on its way in; `voter` is the code of the person in this poll. */
export type GivenAnswer = {
  commandId: string;
  personId: string;
  sessionHash: string;
  pollId: string;
  voter: string;
  said: string[];
};

/**
 * Writes a batch of answers in one statement, hence one transaction; answers by command id. No two
 * of a batch come from the same person or share a command id. The polls' rows are held first and
 * in order, so that none is answered after it has closed.
 */
export async function writeAnswers(
  client: Pick<ClientBase, "query">,
  answers: readonly GivenAnswer[],
  now: Date,
): Promise<Map<string, BatchOutcome>> {
  const { rows } = await client.query<BatchOutcome & { commandId: string }>({
    name: "poll-answer-batch",
    text: ANSWER_BATCH,
    values: [
      answers.map(({ commandId }) => commandId),
      answers.map(({ personId }) => personId),
      answers.map(({ sessionHash }) => sessionHash),
      answers.map(({ pollId }) => pollId),
      answers.map(({ voter }) => voter),
      answers.map(({ said }) => JSON.stringify(said)),
      now,
    ],
  });
  return new Map(rows.map(({ commandId, ...outcome }) => [commandId, outcome]));
}

// The receipt says nothing of the answer: a poll closes without a trace of whose it is.
const ANSWER_BATCH = `
  WITH item AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::jsonb[])
      AS i (command_id, person_id, session_id, poll_id, voter, said)
  ), locked AS MATERIALIZED (
    SELECT p.id, p.assembly_id, p.state FROM poll p
    WHERE p.id IN (SELECT poll_id FROM item) ORDER BY p.id FOR SHARE
  ), judged AS MATERIALIZED (
    SELECT item.*, locked.assembly_id, CASE
      WHEN session.id IS NULL THEN 'session-revoked'
      WHEN earlier.person_id <> item.person_id THEN 'bad-input'
      WHEN earlier.id IS NOT NULL THEN NULL
      WHEN locked.id IS NULL THEN 'not-found'
      WHEN assembly.phase <> 'live' OR locked.state <> 'open' THEN 'poll-closed'
    END AS refused
    FROM item
    LEFT JOIN locked ON locked.id = item.poll_id
    LEFT JOIN assembly ON assembly.id = locked.assembly_id
    LEFT JOIN command_receipt earlier ON earlier.id = item.command_id
    LEFT JOIN auth_session session ON session.id = item.session_id
      AND session.person_id = item.person_id AND session.expires_at > $7
  ), fresh AS (
    INSERT INTO command_receipt (id, person_id, answer)
    SELECT command_id, person_id, '{"ok": true, "result": {}}' FROM judged
    WHERE refused IS NULL ORDER BY command_id
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  ), written AS (
    INSERT INTO poll_answer (poll_id, voter, said)
    SELECT j.poll_id, j.voter, ARRAY(SELECT jsonb_array_elements_text(j.said))
    FROM judged j JOIN fresh ON fresh.id = j.command_id ORDER BY j.poll_id, j.voter
    ON CONFLICT (poll_id, voter) DO UPDATE SET said = EXCLUDED.said
  )
  SELECT command_id AS "commandId", refused, assembly_id AS "assemblyId" FROM judged`;
