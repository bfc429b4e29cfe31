import type { ClientBase } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { PollCounts } from "#domain/live-session/poll.ts";
import type { MyPollAnswers, PollView, ReactionsView } from "#wire/polls.ts";
import { epochMs } from "../../../platform/instants.ts";
import type { SharedAudience } from "../session-view.ts";
import { voterCode } from "./answer-poll.ts";
import { countsOfPoll } from "./poll-counts.ts";

type Client = Pick<ClientBase, "query">;
type Row = Omit<PollView, "answers"> & {
  counted: { answers: number; said: PollCounts | null };
  /** Of a cloud: which words a moderator judged, and how. */
  judged: Record<string, boolean> | null;
};

/** Who prepares polls and reads words before everybody does. */
const BUREAU: readonly SharedAudience[] = ["chair", "moderator"];
/** The most frequent words of a cloud; more cannot be read. */
const CLOUD_MAX = 40;

/** The polls of a session as one audience sees them, by id. */
export async function pollViews(
  client: Client,
  assemblyId: string,
  audience: SharedAudience,
): Promise<Record<string, PollView>> {
  const bureau = BUREAU.includes(audience);
  const { rows } = await client.query<Row>({
    name: `polls-${bureau ? "bureau" : "room"}`,
    text: `SELECT p.id, p.item_id AS "itemId", p.kind, p.state, p.texts, p.options, p.shown,
        p.live_results AS "liveResults",
        ${epochMs("p.opened_at")} AS "openedAt",
        ${epochMs("p.closed_at")} AS "closedAt",
        coalesce(p.counted, ${countsOfPoll(`p.live_results OR (p.kind = 'words' AND ${bureau})`)})
          AS counted,
        CASE WHEN p.kind = 'words' THEN (
          SELECT coalesce(json_object_agg(word, w.shown), '{}') FROM poll_word w
          WHERE w.poll_id = p.id) END AS judged
      FROM poll p WHERE p.assembly_id = $1 ${bureau ? "" : "AND p.state <> 'draft'"}`,
    values: [assemblyId],
  });
  return Object.fromEntries(rows.map((row) => [row.id, pollOf(row, bureau)]));
}

function pollOf({ counted, judged, ...row }: Row, bureau: boolean): PollView {
  const { answers, said } = counted;
  // Numbers that show while people choose make them follow each other.
  const seen = row.liveResults || (row.state === "closed" && row.shown);
  const poll = { ...row, answers };
  if (!judged) return withoutNulls(seen && said ? { ...poll, counts: said } : poll);
  const those = (wanted: (shown: boolean | undefined) => boolean) =>
    mostFrequent(Object.entries(said ?? {}).filter(([word]) => wanted(judged[word])));
  return withoutNulls({
    ...poll,
    ...(seen ? { counts: those((shown) => shown === true) } : {}),
    ...(bureau
      ? {
          pending: those((shown) => shown === undefined),
          hidden: those((shown) => shown === false),
        }
      : {}),
  });
}

function mostFrequent(words: [string, number][]): PollCounts {
  const sorted = words.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return Object.fromEntries(sorted.slice(0, CLOUD_MAX));
}

/** The room's signs. */
export async function reactionsView(client: Client, assemblyId: string): Promise<ReactionsView> {
  const { rows } = await client.query<ReactionsView>({
    name: "reactions",
    text: `SELECT reactions_open AS open, coalesce((
        SELECT json_object_agg(sign, given) FROM reaction_total WHERE assembly_id = $1), '{}')
        AS given
      FROM assembly WHERE id = $1`,
    values: [assemblyId],
  });
  return rows[0] ?? { open: false, given: {} };
}

/** What one person answered to the polls that are open; afterwards nobody can tell. */
export async function myPollAnswers(
  client: Client,
  assemblyId: string,
  personId: string,
): Promise<MyPollAnswers> {
  const { rows: open } = await client.query<{ id: string; key: Buffer }>({
    name: "open-polls",
    text: "SELECT id, key FROM poll WHERE assembly_id = $1 AND state = 'open'",
    values: [assemblyId],
  });
  if (open.length === 0) return {};
  const { rows } = await client.query<{ pollId: string; said: string[] }>({
    name: "my-poll-answers",
    text: `SELECT a.poll_id AS "pollId", a.said
      FROM unnest($1::uuid[], $2::text[]) AS mine (poll_id, voter)
      JOIN poll_answer a USING (poll_id, voter)`,
    values: [open.map(({ id }) => id), open.map(({ key }) => voterCode(key, personId))],
  });
  return Object.fromEntries(rows.map(({ pollId, said }) => [pollId, said]));
}
