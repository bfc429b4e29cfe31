import type { ClientBase } from "pg";
import { isEditable } from "#domain/live-session/question.ts";
import type { MySessionView } from "#wire/live-session.ts";
import { myCheckIn } from "../check-in/cards.ts";
import { myMandatesPart } from "../mandates/cards.ts";
import { giversOf } from "../mandates/mandate-sql.ts";
import { myHand } from "./floor/floor-view.ts";
import { myPollAnswers } from "./polls/poll-view.ts";
import { AUTHOR_NAME, QUESTION_PAIRS, QUESTION_TABLES } from "./question-columns.ts";

type MyQuestion = MySessionView["questions"][string];
type Row = Omit<MySessionView, "mandates" | "hand" | "pollAnswers" | "questions" | "checkIn"> & {
  questions: Record<string, MyQuestion & { seen: boolean }>;
};

/** What one person alone is told: their presence, questions, supports and for whom they vote. */
export async function mySessionView(
  client: ClientBase,
  assemblyId: string,
  personId: string,
): Promise<MySessionView> {
  const { rows } = await client.query<Row>({
    name: "my-session-view",
    text: MY_SESSION,
    values: [assemblyId, personId],
  });
  const [row] = rows;
  if (!row) throw new Error("The assembly of a room is gone");
  const questions = Object.fromEntries(
    Object.entries(row.questions).map(([id, { seen, ...question }]) => [
      id,
      { ...question, editable: isEditable({ state: question.state, seen }) },
    ]),
  );
  const hand = await myHand(client, assemblyId, personId);
  return {
    ...row,
    ...(hand ? { hand } : {}),
    pollAnswers: await myPollAnswers(client, assemblyId, personId),
    ...(await myMandatesPart(client, assemblyId, personId)),
    questions,
    checkIn: await myCheckIn(client, assemblyId, personId),
  };
}

// Electors: the person, the legal persons they represent on the day of the roll (rules 1.4), and
// those who gave them a mandate that is active.
const MY_SESSION = `
  WITH elector AS (
    SELECT e.person_id, ${AUTHOR_NAME} AS name, candidate.by_mandate
    FROM assembly a
    JOIN LATERAL (
      SELECT $2::uuid AS id, NULL::boolean AS by_mandate
      UNION
      SELECT g.giver_id, true FROM (${giversOf("a.id", "$2")}) AS g
      UNION
      SELECT r.legal_person_id, NULL FROM representation r
      WHERE r.representative_id = $2 AND r.valid_from <= coalesce(a.roll_as_of, a.day)
        AND (r.valid_to IS NULL OR r.valid_to >= coalesce(a.roll_as_of, a.day))
    ) AS candidate ON true
    JOIN roll_entry e ON e.assembly_id = a.id AND e.person_id = candidate.id
    JOIN person p ON p.id = e.person_id
    WHERE a.id = $1
  )
  SELECT
    EXISTS (
      SELECT FROM attendance
      WHERE assembly_id = $1 AND person_id = $2 AND left_at IS NULL
    ) AS present,
    coalesce((
      SELECT json_object_agg(q.id, json_strip_nulls(json_build_object(${QUESTION_PAIRS},
        'nameHidden', nullif(q.name_hidden, false), 'seen', q.seen_at IS NOT NULL,
        'refusalReason', CASE WHEN q.state = 'refused' THEN q.refusal_reason END,
        'refusalNote', CASE WHEN q.state = 'refused' THEN nullif(q.refusal_note, '') END,
        'appeal', (SELECT json_build_object('words', l.words, 'against', l.against,
            'outcome', l.outcome, 'note', nullif(l.note, ''))
          FROM question_appeal l WHERE l.question_id = q.id))))
      FROM ${QUESTION_TABLES} WHERE q.assembly_id = $1 AND q.author_id = $2), '{}') AS questions,
    md5($1::text || '/' || $2::text) AS "orderSeed",
    coalesce((
      SELECT json_object_agg(s.question_id, true)
      FROM question_support s JOIN question q ON q.id = s.question_id
      WHERE s.person_id = $2 AND q.assembly_id = $1), '{}') AS supports,
    coalesce((
      SELECT json_object_agg(decision_id, given) FROM (
        SELECT b.decision_id, json_object_agg(b.elector_id,
          json_build_object('revision', b.revision, 'receipt', b.receipt)) AS given
        FROM decision d
        CROSS JOIN elector
        JOIN ballot b ON b.decision_id = d.id AND b.elector_id = elector.person_id
        WHERE d.assembly_id = $1 GROUP BY b.decision_id) AS cast_ballots), '{}') AS ballots,
    coalesce((
      SELECT json_object_agg(decision_id, ways) FROM (
        SELECT c.decision_id, json_object_agg(c.elector_id, c.channel) AS ways
        FROM decision d
        CROSS JOIN elector
        JOIN credential_issue c ON c.decision_id = d.id AND c.elector_id = elector.person_id
        WHERE d.assembly_id = $1 AND c.channel <> 'online'
        GROUP BY c.decision_id) AS other_ways), '{}') AS otherwise,
    coalesce((
      SELECT json_object_agg(person_id, json_strip_nulls(json_build_object(
        'name', name, 'self', person_id = $2, 'byMandate', by_mandate))) FROM elector), '{}') AS electors`;
