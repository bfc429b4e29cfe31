import type { ClientBase } from "pg";
import { PUBLIC_STATES, STATUTORY_OPEN_STATES } from "#domain/live-session/question.ts";
import type { SessionView } from "#wire/live-session.ts";
import { epochMs } from "../../platform/instants.ts";
import { decisionCards } from "../decisions/cards.ts";
import { mandatesPart } from "../mandates/cards.ts";
import { shownResult } from "../minutes/cards.ts";
import { presenceByPlace, presentAnywhere } from "../check-in/cards.ts";
import { AUTHOR_NAME, QUESTION_PAIRS, QUESTION_TABLES } from "./question-columns.ts";
import { questioningView } from "./questions/questioning-view.ts";
import type { RollOf } from "./roll-cache.ts";
import { floorView } from "./floor/floor-view.ts";
import { pollViews, reactionsView } from "./polls/poll-view.ts";
import { stageView } from "./stage/stage-view.ts";

/** Audiences that share one view. */
export const SHARED_AUDIENCES = ["member", "moderator", "chair", "screen"] as const;
export type SharedAudience = (typeof SHARED_AUDIENCES)[number];

type SessionPart = Pick<SessionView, "assembly" | "agenda" | "moderation">;
type QuestionsPart = Pick<SessionView, "questions" | "askedQuestionId">;

// Only what was published has a number. A merged question keeps its own and shows its target; one
// that is silent waits for the burst of support.
const PUBLIC = `(q.number IS NOT NULL AND NOT q.silent AND (q.state = ANY($2) OR q.state = 'merged'))`;

const PUBLIC_AUTHOR = `'author', CASE WHEN NOT q.name_hidden THEN ${AUTHOR_NAME} END`;

// What each audience sees. A statutory question that waits shows to the chair and the secretary
// too, so that no moderator can sit on it (rules 1.7). Only moderators know a hidden name.
const SIGHT: Record<SharedAudience, { rows: string; pairs: string }> = {
  member: { rows: PUBLIC, pairs: PUBLIC_AUTHOR },
  screen: { rows: PUBLIC, pairs: PUBLIC_AUTHOR },
  chair: {
    rows: `(${PUBLIC} OR (q.kind = 'statutory' AND q.state IN ('received', 'held')))`,
    pairs: PUBLIC_AUTHOR,
  },
  moderator: {
    rows: `(${PUBLIC} OR q.state <> 'withdrawn')`,
    pairs: `'author', ${AUTHOR_NAME}, 'nameHidden', nullif(q.name_hidden, false),
      'waitingSince', CASE WHEN q.state IN ('received', 'held')
        THEN ${epochMs("q.created_at")} END,
      'refusalProposed', CASE WHEN q.refusal_proposed_by IS NOT NULL
        AND q.state <> 'refused' THEN true END,
      'silent', nullif(q.silent AND q.state = 'published', false),
      'appealed', (SELECT true FROM question_appeal l
        WHERE l.question_id = q.id AND l.outcome IS NULL)`,
  },
};

/** The whole view of one audience, from the database and nothing else. */
export async function sessionView(
  client: ClientBase,
  assemblyId: string,
  audience: SharedAudience,
  rollOf: RollOf,
): Promise<SessionView> {
  const session = await sessionPart(client, assemblyId);
  const questions = await questionsPart(client, assemblyId, audience);
  const presence = await presenceByPlace(client, assemblyId);
  return {
    ...session,
    ...questions,
    presence,
    ...(await mandatesPart(client, assemblyId, presentAnywhere(presence))),
    ...(await shownResult(client, assemblyId)),
    roll: await rollOf(client, assemblyId),
    decisions: await decisionCards(client, assemblyId, audience),
    stage: await stageView(client, assemblyId, audience),
    floor: await floorView(client, assemblyId, audience),
    polls: await pollViews(client, assemblyId, audience),
    reactions: await reactionsView(client, assemblyId),
    questioning: await questioningView(client, assemblyId),
  };
}

async function sessionPart(client: ClientBase, assemblyId: string): Promise<SessionPart> {
  const { rows } = await client.query<SessionPart>({
    name: "session-view",
    text: `
      SELECT json_strip_nulls(json_build_object(
          'id', a.id, 'slug', a.slug, 'title', a.title, 'phase', a.phase,
          'questionsOpen', a.questions_open, 'currentItemId', a.current_item_id)) AS assembly,
        coalesce((
          SELECT json_object_agg(i.id, json_build_object(
            'id', i.id, 'position', i.position, 'purpose', i.purpose, 'phase', i.phase,
            'title', i.title, 'minutes', i.minutes))
          FROM agenda_item i WHERE i.assembly_id = a.id), '{}') AS agenda,
        json_build_object(
          'refused', coalesce((
            SELECT json_object_agg(reason, n) FROM (
              SELECT coalesce(q.refusal_reason, '') AS reason, count(*) AS n FROM question q
              WHERE q.assembly_id = a.id AND q.state = 'refused' GROUP BY 1) AS refused), '{}'),
          'merged', (SELECT count(*) FROM question q
            WHERE q.assembly_id = a.id AND q.state = 'merged'),
          'statutoryOpen', (SELECT count(*) FROM question q
            WHERE q.assembly_id = a.id AND q.kind = 'statutory' AND q.state = ANY($2))
        ) AS moderation
      FROM assembly a WHERE a.id = $1`,
    values: [assemblyId, STATUTORY_OPEN_STATES],
  });
  const [part] = rows;
  if (!part) throw new Error("The assembly of a room is gone");
  return part;
}

async function questionsPart(
  client: ClientBase,
  assemblyId: string,
  audience: SharedAudience,
): Promise<QuestionsPart> {
  const { rows, pairs } = SIGHT[audience];
  const result = await client.query<{
    questions: SessionView["questions"];
    asked: string | null;
  }>({
    name: `session-questions-${audience}`,
    text: `
      SELECT coalesce(json_object_agg(q.id,
          json_strip_nulls(json_build_object(${QUESTION_PAIRS}, ${pairs}))), '{}') AS questions,
        (min(q.id::text) FILTER (WHERE q.state = 'asked')) AS asked
      FROM ${QUESTION_TABLES}
      WHERE q.assembly_id = $1 AND ${rows}`,
    values: [assemblyId, PUBLIC_STATES],
  });
  const [found] = result.rows;
  return {
    questions: found?.questions ?? {},
    ...(found?.asked ? { askedQuestionId: found.asked } : {}),
  };
}
