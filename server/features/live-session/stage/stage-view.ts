import type { ClientBase } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import { closableFrom, type HeardStream } from "#domain/live-session/stage/remote-ears.ts";
import type { StageView } from "#wire/stage.ts";
import { epochMs } from "../../../platform/instants.ts";
import { AUTHOR_NAME } from "../question-columns.ts";
import type { SharedAudience } from "../session-view.ts";

type OpenVote = { id: string; openedAt: number; holdUntil: number | null };
type Row = Omit<StageView, "closable"> & { streams: HeardStream[]; votes: OpenVote[] };

/** Of the bureau's words each audience is told those that were sent to it; the bureau is told all. */
const TOLD: Record<SharedAudience, string> = {
  member: "n.audiences @> ARRAY['members']",
  screen: "n.audiences @> ARRAY['room']",
  chair: "true",
  moderator: "true",
};

/** The stage as one audience sees it; the incident log is the chair's and the secretary's. */
export async function stageView(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  audience: SharedAudience,
): Promise<StageView> {
  const { rows } = await client.query<Row>({
    name: `stage-view-${audience}`,
    text: `SELECT ${columns(audience)} FROM (SELECT $1::uuid AS id) a
      LEFT JOIN stage s ON s.assembly_id = a.id`,
    values: [assemblyId],
  });
  const [row] = rows;
  if (!row) throw new Error("a row without a table");
  const { streams, votes, ...stage } = row;
  return withoutNulls({ ...stage, closable: closableVotes(votes, streams) });
}

/** A vote opens on all screens at once: that is its announcement. */
function closableVotes(votes: OpenVote[], streams: HeardStream[]): Record<string, number> {
  const instants = votes.map(({ id, openedAt, holdUntil }): [string, number] => [
    id,
    Math.max(closableFrom(openedAt, streams) ?? 0, holdUntil ?? 0),
  ]);
  return Object.fromEntries(instants.filter(([, instant]) => instant > 0));
}

const NOT_OF_MAIN_ROOM = "(q.site_id IS NULL OR t.kind <> 'main')";

const byId = (entries: string) => `coalesce((SELECT json_object_agg(id, entry) FROM (
  ${entries}) AS entries), '{}')`;

const SHARED_COLUMNS = `
  json_build_object('scene', coalesce(s.scene, 'auto'), 'decisionId', s.scene_decision_id,
    'message', CASE WHEN s.scene = 'message' THEN s.message END,
    'phones', coalesce(s.phones_follow, true), 'revision', coalesce(s.revision, 0)) AS screen,
  ${epochMs("s.suspended_at")} AS "suspendedAt",
  ${epochMs("s.delay_marked_at")} AS "delayMarkedAt",
  ${byId(`SELECT r.item_id AS id, json_build_object('allotted', r.allotted_seconds,
      'used', r.used_ms, 'since', ${epochMs("r.running_since")}) AS entry
    FROM agenda_timer r JOIN agenda_item i ON i.id = r.item_id WHERE i.assembly_id = a.id`)}
    AS timers,
  ${byId(`SELECT t.id, json_build_object('id', t.id, 'kind', t.kind, 'name', t.name,
      'city', nullif(t.city, ''), 'streams', CASE WHEN t.stream ? 'embed' THEN true END,
      'delay', t.stream->'delay', 'captions', t.stream->'captions',
      'interpretation', t.stream->'interpretation') AS entry
    FROM site t WHERE t.assembly_id = a.id AND t.kind <> 'stop'`)} AS sites,
  ${byId(`SELECT q.id, json_build_object('from', nullif(t.city, ''), 'readAt', ${epochMs("r.read_at")})
      AS entry
    FROM question q LEFT JOIN site t ON t.id = q.site_id
    LEFT JOIN question_reading r ON r.question_id = q.id
    WHERE q.assembly_id = a.id AND q.state IN ('queued', 'asked') AND ${NOT_OF_MAIN_ROOM}`)}
    AS aloud,
  coalesce((SELECT json_agg(json_strip_nulls(json_build_object(
      'embed', t.stream->'embed', 'delay', t.stream->'delay')))
    FROM site t WHERE t.assembly_id = a.id AND t.kind <> 'stop'), '[]') AS streams,
  coalesce((SELECT json_agg(json_build_object('id', d.id, 'openedAt', ${epochMs("d.opened_at")},
      'holdUntil', ${epochMs("d.hold_until")}))
    FROM decision d WHERE d.assembly_id = a.id AND d.phase = 'open' AND NOT d.rehearsal), '[]')
    AS votes`;

const INCIDENTS = byId(`SELECT i.id, json_build_object('id', i.id, 'kind', i.kind, 'act', i.act,
    'at', ${epochMs("i.at")}, 'what', i.what, 'siteId', i.site_id, 'itemId', i.item_id,
    'decisionId', i.decision_id, 'until', ${epochMs("i.until")},
    'by', ${AUTHOR_NAME}) AS entry
  FROM incident i JOIN person p ON p.id = i.noted_by WHERE i.assembly_id = a.id`);

function columns(audience: SharedAudience): string {
  return `${SHARED_COLUMNS},
    ${byId(`SELECT n.id, json_build_object('id', n.id, 'texts', n.texts, 'to', n.audiences,
        'at', ${epochMs("n.sent_at")}) AS entry
      FROM session_notice n
      WHERE n.assembly_id = a.id AND n.taken_back_at IS NULL AND ${TOLD[audience]}`)} AS notices,
    ${audience === "chair" ? INCIDENTS : "'{}'::json"} AS incidents`;
}
