import type { Pool } from "pg";
import { suppressSmallGroups } from "#domain/live-session/served-groups.ts";
import type { AnswerLine, QuestionAccount, QuestioningView } from "#wire/questions.ts";
import { epochMs } from "../../../platform/instants.ts";
import { TRANSLATIONS } from "../question-columns.ts";
import { APPEALS, SITES } from "./questioning-view.ts";
import { GROUPS, servicesBy } from "./slot-pool.ts";

/** Answers of one assembly as everybody reads them. */
export type AnswersPage = { sites: QuestioningView["sites"]; answers: AnswerLine[] };

/** Answers owed and given: what is overdue first, then by date; what was answered after. */
export async function answersOf(
  pool: Pool,
  assemblyId: string,
  today: string,
): Promise<AnswersPage> {
  const { rows } = await pool.query<{ line: AnswerLine }>(
    `SELECT json_strip_nulls(json_build_object('id', q.id, 'number', q.number, 'kind', q.kind,
       'language', q.language, 'text', q.text, 'siteId', q.site_id, 'state', q.state,
       'owner', nullif(q.answer_owner, ''), 'dueOn', q.answer_due_on,
       'overdue', q.state = 'owed_written' AND coalesce(q.answer_due_on < $2::date, false),
       'answer', nullif(q.answer, ''), 'changes', nullif(q.answer_changes, ''),
       'translations', ${TRANSLATIONS})) AS line
     FROM question q
     WHERE q.assembly_id = $1 AND q.number IS NOT NULL AND NOT q.silent
       AND q.state IN ('owed_written', 'answered_written', 'answered_oral')
     ORDER BY q.state <> 'owed_written', q.answer_due_on, q.number`,
    [assemblyId, today],
  );
  const sites = await pool.query<{ sites: QuestioningView["sites"] }>(
    `SELECT ${SITES} AS sites FROM assembly a WHERE a.id = $1`,
    [assemblyId],
  );
  return { sites: sites.rows[0]?.sites ?? {}, answers: rows.map(({ line }) => line) };
}

type Totals = Pick<QuestionAccount, "appeals" | "sites" | "slots">;

/** The draws, the appeals and whom the slots served; numbers alone, small groups left out. */
export async function accountOf(
  pool: Pool,
  assemblyId: string,
): Promise<Totals & Pick<QuestionAccount, "served">> {
  const { rows } = await pool.query<Totals>(
    `SELECT ${APPEALS} AS appeals, ${SITES} AS sites, coalesce((
       SELECT json_agg(json_build_object('number', s.number,
         'madeAt', ${epochMs("s.made_at")},
         'seed', s.seed, 'drawnIn', s.drawn_in,
         'pool', (SELECT json_agg(c->'number') FROM jsonb_array_elements(s.record->'pool') AS c),
         'picks', (SELECT json_agg(json_build_object('number', q.number, 'why', pick->'why')
             ORDER BY place)
           FROM jsonb_array_elements(s.record->'picks') WITH ORDINALITY AS p (pick, place)
           JOIN question q ON q.id = (pick->>'id')::uuid)) ORDER BY s.number DESC)
       FROM question_slot s WHERE s.assembly_id = a.id), '[]') AS slots
     FROM assembly a WHERE a.id = $1`,
    [assemblyId],
  );
  const [totals] = rows;
  if (!totals) throw new Error("The assembly is gone");
  const groups = Object.keys(GROUPS) as (keyof typeof GROUPS)[];
  const served = await Promise.all(
    groups.map(async (group) => {
      const services = await servicesBy(pool, assemblyId, group);
      return [group, suppressSmallGroups(services)] as const;
    }),
  );
  return { ...totals, served: Object.fromEntries(served) as QuestionAccount["served"] };
}
