import type { ClientBase } from "pg";
import type { QuestioningView } from "#wire/questions.ts";
import { epochMs } from "../../../platform/instants.ts";
import { LATEST_ROUND } from "../question-columns.ts";

/** How questions are chosen, and where the round at hand is: the key `questioning` of every view. */
export async function questioningView(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<QuestioningView> {
  const { rows } = await client.query<{ questioning: QuestioningView }>({
    name: "questioning-view",
    text: QUESTIONING,
    values: [assemblyId],
  });
  const [found] = rows;
  if (!found) throw new Error("The assembly of a room is gone");
  return found.questioning;
}

/** By site, what a reader needs to know of a place where questions were gathered. */
export const SITES = `coalesce((
  SELECT json_object_agg(t.id, json_build_object('name', t.name, 'city', t.city, 'kind', t.kind))
  FROM site t WHERE t.assembly_id = a.id), '{}')`;

export const APPEALS = `(
  SELECT json_build_object(
    'waiting', count(*) FILTER (WHERE l.outcome IS NULL),
    'upheld', count(*) FILTER (WHERE l.outcome = 'upheld'),
    'rejected', count(*) FILTER (WHERE l.outcome = 'rejected'))
  FROM question_appeal l JOIN question q ON q.id = l.question_id WHERE q.assembly_id = a.id)`;

const QUESTIONING = `
  SELECT json_strip_nulls(json_build_object(
    'mode', a.question_mode,
    'stage', CASE WHEN a.question_mode = 'two-phase' THEN coalesce(r.stage, 'collect')
      ELSE 'shown' END,
    'round', coalesce(r.number, 0),
    'silent', (SELECT count(*) FROM question q
      WHERE q.assembly_id = a.id AND q.silent AND q.state = 'published'),
    'burst', CASE WHEN a.question_mode = 'two-phase' AND r.stage = 'burst' THEN json_build_object(
      'announcedAt', ${epochMs("r.announced_at")}, 'earliestEnd', ${epochMs("r.earliest_end")},
      'endsAt', ${epochMs("r.ends_at")},
      'voices', (SELECT coalesce(sum(q.supports), 0) FROM question q
        WHERE q.assembly_id = a.id AND q.state = 'published')) END,
    'slot', (SELECT json_build_object('number', s.number, 'seed', s.seed, 'drawnIn', s.drawn_in)
      FROM question_slot s WHERE s.assembly_id = a.id ORDER BY s.number DESC LIMIT 1),
    'sites', ${SITES},
    'appeals', ${APPEALS},
    'answersOwner', nullif(a.answers_owner, ''))) AS questioning
  FROM assembly a ${LATEST_ROUND} WHERE a.id = $1`;
