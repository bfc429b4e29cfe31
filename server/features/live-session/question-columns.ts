// How a question is read from the table `question q` joined with its author `p`. Shared by every
// view, so that an audience can differ in what it sees and never in how it is said.

/** The author's name as they wish to be named. */
export const AUTHOR_NAME = `coalesce(
  nullif(p.display_name, ''),
  concat_ws(' ', nullif(p.given_name, ''), p.family_name))`;

/** Pairs for json_build_object, without the author. Nulls are stripped afterwards. */
export const QUESTION_PAIRS = `
  'id', q.id, 'number', q.number, 'itemId', q.item_id, 'kind', q.kind, 'state', q.state,
  'language', q.language, 'text', q.text, 'supports', q.supports, 'queuePlace', q.queue_place,
  'mergedIntoId', q.merged_into_id, 'answer', nullif(q.answer, ''),
  'answerOwner', nullif(q.answer_owner, ''), 'answerDueOn', q.answer_due_on,
  'contested', nullif(q.contested, false)`;
