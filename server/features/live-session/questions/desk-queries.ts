import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { judgeAppeal } from "#domain/live-session/appeal.ts";
import type { AppealCase, MoveLine } from "#wire/questions.ts";
import { epochMs } from "../../../platform/instants.ts";
import { AUTHOR_NAME } from "../question-columns.ts";

/** Lines of the journal that one page shows, the newest first. */
const LINES = 300;

type CaseRow = { case: AppealCase; author: string | null; hands: string[] };

/** Appeals of an assembly, those that wait first; each says whether this person may judge it. */
export async function appealCases(
  pool: Pool,
  actor: PersonActor,
  assemblyId: string,
): Promise<AppealCase[]> {
  const { rows } = await pool.query<CaseRow>(
    `SELECT q.author_id AS author,
       array(SELECT actor_id FROM question_move WHERE question_id = q.id
         UNION SELECT q.refusal_proposed_by WHERE q.refusal_proposed_by IS NOT NULL
         UNION SELECT q.entered_by WHERE q.entered_by IS NOT NULL) AS hands,
       json_strip_nulls(json_build_object('id', q.id, 'kind', q.kind, 'language', q.language,
         'text', q.text, 'filedAt', ${epochMs("l.filed_at")},
         'appeal', json_build_object('words', l.words, 'against', l.against,
           'outcome', l.outcome, 'note', nullif(l.note, '')),
         'refusalReason', CASE WHEN l.against = 'refused' THEN q.refusal_reason END,
         'refusalNote', CASE WHEN l.against = 'refused' THEN nullif(q.refusal_note, '') END,
         'into', (SELECT json_build_object('number', t.number, 'text', t.text,
           'language', t.language) FROM question t WHERE t.id = q.merged_into_id))) AS case
     FROM question_appeal l JOIN question q ON q.id = l.question_id
     WHERE q.assembly_id = $1 ORDER BY l.outcome IS NOT NULL, l.filed_at`,
    [assemblyId],
  );
  return rows.map(({ case: one, author, hands }) => {
    const impartial = judgeAppeal(actor, { authorId: author ?? undefined, hands });
    return impartial.ok ? one : { ...one, partial: true };
  });
}

/** What moderators did, with their reasons, for those who moderate and those who watch over it. */
export async function moderationJournal(pool: Pool, assemblyId: string): Promise<MoveLine[]> {
  const { rows } = await pool.query<{ line: MoveLine }>(
    `SELECT json_build_object('at', ${epochMs("m.at")}, 'actor', ${AUTHOR_NAME}, 'from', m.from,
       'to', m.to, 'reason', m.reason, 'note', m.note,
       'question', json_strip_nulls(json_build_object('id', q.id, 'number', q.number,
         'text', q.text, 'language', q.language))) AS line
     FROM question_move m JOIN question q ON q.id = m.question_id
     JOIN person p ON p.id = m.actor_id
     WHERE q.assembly_id = $1 ORDER BY m.at DESC, m.id DESC LIMIT ${String(LINES)}`,
    [assemblyId],
  );
  return rows.map(({ line }) => line);
}
