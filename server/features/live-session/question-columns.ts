// How a question is read from `question q`, its assembly `a`, its author `p` and the round `r` at
// hand. Shared by every view, so that an audience can differ in what it sees and never in how it is
// said.
import { EXPOSURES_FOR_COUNT } from "#domain/live-session/rounds.ts";
import { nameOf } from "../../platform/person-name.ts";

/** A person's name as they wish to be named; null where nobody is. */
export const AUTHOR_NAME = `nullif(${nameOf("p")}, '')`;

/** The latest round of an assembly `a`; r.stage is null before the first. */
export const LATEST_ROUND = `LEFT JOIN LATERAL (
  SELECT * FROM question_round WHERE assembly_id = a.id ORDER BY number DESC LIMIT 1) r ON true`;

/** The tables that QUESTION_PAIRS reads. */
export const QUESTION_TABLES = `question q
  JOIN assembly a ON a.id = q.assembly_id ${LATEST_ROUND}
  LEFT JOIN person p ON p.id = q.author_id`;

// A count that shows while people choose makes them follow each other (rules 4.4).
const SUPPORTS = `CASE
  WHEN q.state <> 'published' OR a.question_mode = 'simple' THEN q.supports
  WHEN a.question_mode = 'continuous' AND q.exposures >= ${EXPOSURES_FOR_COUNT} THEN q.supports
  WHEN a.question_mode = 'two-phase' AND NOT q.silent AND r.stage IS DISTINCT FROM 'burst'
    THEN q.supports END`;

// Told when it has doubled: every look of every person would be news to everybody.
const EXPOSED = `CASE WHEN a.question_mode = 'continuous' AND q.state = 'published'
  THEN floor(log(2, 1 + q.exposures))::int END`;

const GROUP = `(SELECT json_build_object('count', count(*),
    'places', json_agg(DISTINCT coalesce(m.site_id::text, 'online')),
    'languages', json_agg(DISTINCT m.language))
  FROM question m WHERE m.merged_into_id = q.id AND m.state = 'merged' HAVING count(*) > 0)`;

/** Every text of a question in other languages. */
export const TRANSLATIONS = `(SELECT json_object_agg(part, texts) FROM (
    SELECT t.part, json_object_agg(t.language, json_build_object('words', t.words,
      'by', t.made_by, 'reviewed', CASE WHEN t.reviewer_id IS NOT NULL THEN true END)) AS texts
    FROM question_translation t WHERE t.question_id = q.id GROUP BY t.part) AS parts)`;

/** Pairs for json_build_object, without the author. Nulls are stripped afterwards. */
export const QUESTION_PAIRS = `
  'id', q.id, 'number', q.number, 'itemId', q.item_id, 'kind', q.kind, 'state', q.state,
  'language', q.language, 'text', q.text, 'supports', ${SUPPORTS}, 'queuePlace', q.queue_place,
  'mergedIntoId', q.merged_into_id, 'answer', nullif(q.answer, ''),
  'answerOwner', nullif(q.answer_owner, ''), 'answerDueOn', q.answer_due_on,
  'contested', nullif(q.contested, false), 'siteId', q.site_id,
  'onBehalf', CASE WHEN q.entered_by IS NOT NULL THEN true END,
  'why', CASE WHEN q.state IN ('queued', 'asked') THEN q.queue_why END,
  'exposed', ${EXPOSED}, 'group', ${GROUP}, 'translations', ${TRANSLATIONS},
  'changes', nullif(q.answer_changes, '')`;
