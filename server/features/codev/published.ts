import {
  type EndSums,
  type EvaluationSums,
  type FollowUpSums,
  mayShow,
  type PublishedSums,
  type SumsOf,
} from "#domain/codev/evaluation.ts";
import { END_ACTIONS, LEARNINGS, OUTCOMES } from "#domain/codev/words.ts";
import type { Client } from "./rows.ts";

/** Sums over the groups that were published together; nothing of what is of too few. */
export async function publishedSums(client: Client): Promise<PublishedSums> {
  const [sessions, endings, followUps] = await Promise.all([
    sessionSums(client),
    endSums(client),
    followUpSums(client),
  ]);
  return {
    ...(mayShow(sessions) && { sessions }),
    ...(mayShow(endings) && { endings }),
    ...(mayShow(followUps) && { followUps }),
  };
}

const OF = "count(DISTINCT c.id)::int AS groups, count(*)::int AS answers";

async function sessionSums(client: Client): Promise<EvaluationSums> {
  const { rows } = await client.query<EvaluationSums>(
    `SELECT ${OF}, count(*) FILTER (WHERE e.useful >= 3)::int AS useful,
       count(*) FILTER (WHERE e.safe >= 3)::int AS safe,
       count(*) FILTER (WHERE e.act >= 3)::int AS act
     FROM codev_cycle c JOIN codev_evaluation e ON e.cycle_id = c.id
     WHERE c.release IS NOT NULL`,
  );
  return rows[0]!;
}

/** How often each of these words was said: `{word: count}`. SQL; the words are ours. */
const counted = (words: readonly string[], says: (word: string) => string) =>
  `json_build_object(${words
    .map((word) => `'${word}', count(*) FILTER (WHERE ${says(`'${word}'`)})`)
    .join(", ")})`;

async function endSums(client: Client): Promise<EndSums> {
  const { rows } = await client.query<EndSums>(
    `SELECT ${OF}, count(*) FILTER (WHERE e.recommend >= 3)::int AS recommend,
       ${counted(END_ACTIONS, (word) => `e.actions = ${word}`)} AS actions,
       ${counted(LEARNINGS, (word) => `${word} = ANY (e.learnings)`)} AS learnings
     FROM codev_cycle c JOIN codev_end_answer e ON e.cycle_id = c.id
     WHERE c.end_release IS NOT NULL`,
  );
  return rows[0]!;
}

async function followUpSums(client: Client): Promise<FollowUpSums> {
  const { rows } = await client.query<SumsOf & Pick<FollowUpSums, "outcomes">>(
    `SELECT ${OF}, ${counted(OUTCOMES, (word) => `f.counted = ${word}`)} AS outcomes
     FROM codev_cycle c JOIN codev_session s ON s.cycle_id = c.id
     JOIN codev_follow_up f ON f.session_id = s.id AND f.counted IS NOT NULL
     WHERE c.follow_release IS NOT NULL`,
  );
  return rows[0]!;
}
