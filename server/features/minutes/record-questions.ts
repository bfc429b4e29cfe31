import type { ClientBase } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { MinutedQuestion } from "#domain/minutes/document.ts";
import { isoDay } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";

/** A question, and the item of the agenda that it belongs to, if it does. */
export type PlacedQuestion = { itemId?: string; question: MinutedQuestion };

type Row = MinutedQuestion & { itemId: string | null };

/**
 * Questions that the minutes keep: whatever was answered or is owed an answer, and every statutory
 * one, whatever became of it (rules §1.7). A name that was hidden from the screen is hidden here.
 */
export async function minutedQuestions(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<PlacedQuestion[]> {
  const { rows } = await client.query<Row>(
    `SELECT q.item_id AS "itemId", q.number, q.kind, q.language, q.text,
       CASE WHEN NOT q.name_hidden THEN ${nameOf("p")} END AS author,
       CASE WHEN q.state IN ('answered_oral', 'owed_written', 'answered_written', 'refused')
         THEN q.state::text ELSE 'open' END AS state,
       nullif(q.answer, '') AS answer, nullif(q.answer_owner, '') AS "answerOwner",
       ${isoDay("q.answer_due_on")} AS "answerDueOn", q.refusal_reason AS "refusalReason"
     FROM question q LEFT JOIN person p ON p.id = q.author_id
     WHERE q.assembly_id = $1 AND (
       q.state IN ('answered_oral', 'owed_written', 'answered_written')
       OR q.kind = 'statutory' AND q.state NOT IN ('withdrawn', 'merged'))
     ORDER BY q.number NULLS LAST, q.created_at, q.id`,
    [assemblyId],
  );
  return rows.map(({ itemId, ...question }) => ({
    ...(itemId ? { itemId } : {}),
    question: withoutNulls(question),
  }));
}
