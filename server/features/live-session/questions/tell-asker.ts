import type { PoolClient } from "pg";
import type { Platform } from "../../../platform/platform.ts";
import { notify } from "../../notifications/notify.ts";

/** What an asker is told; the reason stands on the page behind the link. */
export type QuestionNews =
  | "question-merged"
  | "question-refused"
  | "question-answered"
  | "appeal-upheld"
  | "appeal-rejected";

/** Tells whoever asked, where somebody is known to have asked. */
export async function tellAsker(
  platform: Platform,
  client: PoolClient,
  questionId: string,
  kind: QuestionNews,
): Promise<void> {
  const { rows } = await client.query<{
    personId: string;
    assemblyId: string;
    slug: string;
    moves: number;
  }>(
    `SELECT q.author_id AS "personId", a.id AS "assemblyId", a.slug,
       (SELECT count(*)::int FROM question_move m WHERE m.question_id = q.id) AS moves
     FROM question q JOIN assembly a ON a.id = q.assembly_id
     WHERE q.id = $1 AND q.author_id IS NOT NULL`,
    [questionId],
  );
  const [asker] = rows;
  if (!asker) return;
  const { personId, assemblyId, slug, moves } = asker;
  await notify(
    platform,
    client,
    {
      kind,
      body: `assembly:${assemblyId}`,
      link: `/live-session/${slug}#mine-${questionId}`,
      // The same may happen to a question again, after another act of moderation.
      key: `${kind}:${questionId}:${moves}`,
      urgency: "soon",
    },
    [personId],
  );
}
