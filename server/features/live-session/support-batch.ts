import type { ClientBase } from "pg";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { BatchOutcome } from "./batch-outcomes.ts";

/** One support, or its taking back, on its way in. */
export type Support = {
  commandId: string;
  personId: string;
  sessionHash: string;
  questionId: string;
  on: boolean;
};

/**
 * Writes a batch of supports in one statement, hence one transaction; answers by command id. No
 * two items of a batch may touch the same person and question, nor share a command id.
 *
 * The rows of the questions are locked first and in order, so that batches of several processes
 * queue up instead of deadlocking, and a question that is merged or asked at this moment is judged
 * as it then stands. The counter moves by the rows that really came or went.
 */
export async function writeSupports(
  client: Pick<ClientBase, "query">,
  supports: readonly Support[],
  supportable: readonly QuestionState[],
  now: Date,
): Promise<Map<string, BatchOutcome>> {
  const { rows } = await client.query<BatchOutcome & { commandId: string }>({
    name: "support-batch",
    text: SUPPORT_BATCH,
    values: [
      supports.map((support) => support.commandId),
      supports.map((support) => support.personId),
      supports.map((support) => support.sessionHash),
      supports.map((support) => support.questionId),
      supports.map((support) => support.on),
      supportable,
      now,
    ],
  });
  return new Map(rows.map(({ commandId, ...outcome }) => [commandId, outcome]));
}

const SUPPORT_BATCH = `
  WITH item AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[])
      AS i (command_id, person_id, session_id, question_id, wanted)
  ), locked AS MATERIALIZED (
    SELECT q.id, q.assembly_id, q.state, q.silent FROM question q
    WHERE q.id IN (SELECT question_id FROM item) ORDER BY q.id FOR NO KEY UPDATE
  ), judged AS MATERIALIZED (
    SELECT item.*, locked.assembly_id, CASE
      WHEN session.id IS NULL THEN 'session-revoked'
      WHEN earlier.person_id <> item.person_id THEN 'bad-input'
      WHEN earlier.id IS NOT NULL THEN NULL
      WHEN locked.id IS NULL THEN 'not-found'
      WHEN assembly.phase <> 'live' OR locked.silent
        OR locked.state <> ALL ($6::"QuestionState"[]) THEN 'not-supportable'
      WHEN assembly.question_mode = 'two-phase' AND NOT EXISTS (
        SELECT FROM question_round r WHERE r.assembly_id = assembly.id
          AND r.stage = 'burst' AND r.ends_at > $7) THEN 'support-closed'
    END AS refused, assembly.question_mode = 'continuous' AS continuous
    FROM item
    LEFT JOIN locked ON locked.id = item.question_id
    LEFT JOIN assembly ON assembly.id = locked.assembly_id
    LEFT JOIN command_receipt earlier ON earlier.id = item.command_id
    LEFT JOIN auth_session session ON session.id = item.session_id
      AND session.person_id = item.person_id AND session.expires_at > $7
  ), fresh AS (
    INSERT INTO command_receipt (id, person_id, answer)
    SELECT command_id, person_id, json_build_object('ok', true, 'result',
      json_build_object('questionId', question_id, 'on', wanted))
    FROM judged WHERE refused IS NULL ORDER BY command_id
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  ), effective AS MATERIALIZED (
    SELECT judged.* FROM judged JOIN fresh ON fresh.id = judged.command_id
  ), came AS (
    INSERT INTO question_support (question_id, person_id)
    SELECT question_id, person_id FROM effective WHERE wanted ORDER BY question_id, person_id
    ON CONFLICT DO NOTHING
    RETURNING question_id
  ), went AS (
    DELETE FROM question_support s USING effective e
    WHERE NOT e.wanted AND s.question_id = e.question_id AND s.person_id = e.person_id
    RETURNING s.question_id
  ), seen AS (
    -- Whoever supports a question has read it.
    INSERT INTO question_exposure (question_id, person_id)
    SELECT question_id, person_id FROM effective WHERE wanted AND continuous
    ORDER BY question_id, person_id
    ON CONFLICT DO NOTHING
    RETURNING question_id
  ), change AS (
    SELECT question_id, sum(n)::int AS n, sum(e)::int AS e FROM (
      SELECT question_id, 1 AS n, 0 AS e FROM came
      UNION ALL SELECT question_id, -1, 0 FROM went
      UNION ALL SELECT question_id, 0, 1 FROM seen
    ) AS moved GROUP BY question_id HAVING sum(n) <> 0 OR sum(e) <> 0
  ), counted AS (
    UPDATE question q SET supports = q.supports + change.n, exposures = q.exposures + change.e
    FROM change WHERE q.id = change.question_id
  )
  SELECT command_id AS "commandId", refused, assembly_id AS "assemblyId" FROM judged`;
