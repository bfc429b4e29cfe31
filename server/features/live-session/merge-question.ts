import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isPublic } from "#domain/live-session/question.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";
import { tellAsker } from "./questions/tell-asker.ts";
import { findQuestion } from "./repository.ts";

/**
 * A moderator merges a question into another that says the same. Its author is told, and the
 * voices it had count for the other, each person once.
 */
export async function mergeQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, intoId }: { questionId: string; intoId: string },
): Promise<Result<null>> {
  const into = await findQuestion(platform.pool, intoId);
  if (!into) return refuse("not-found");
  return changeQuestion(platform, actor, {
    action: "session.moderate",
    questionId,
    act: { act: "merge", into },
    prepare: async (client, question) => {
      if (into.assemblyId !== question.assemblyId) return refuse("not-found");
      await lockInOrder(client, [question.id, intoId]);
      const target = await findQuestion(client, intoId);
      if (!target || !isPublic(target.state)) return refuse("changed-meanwhile");
      const persons = [
        ...(await carryVoices(client, question.id, intoId)),
        ...(await carryGroup(client, question.id, intoId)),
      ];
      await tellAsker(platform, client, question.id, "question-merged");
      return ok({ persons });
    },
  });
}

/** What was merged into the one now belongs to the other; returns whom that concerns. */
async function carryGroup(client: ClientBase, from: string, into: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string | null }>(
    "UPDATE question SET merged_into_id = $2 WHERE merged_into_id = $1 RETURNING author_id AS id",
    [from, into],
  );
  return rows.flatMap(({ id }) => id ?? []);
}

/** The same order as every batch of supports, so that neither waits for the other forever. */
async function lockInOrder(client: ClientBase, questionIds: string[]): Promise<void> {
  await client.query("SELECT FROM question WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", [
    questionIds,
  ]);
}

/** Whoever supported the one now supports the other; returns those for whom that is new. */
async function carryVoices(client: ClientBase, from: string, into: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH came AS (
       INSERT INTO question_support (question_id, person_id)
       SELECT $2, person_id FROM question_support WHERE question_id = $1
       ON CONFLICT DO NOTHING RETURNING person_id
     ), counted AS (
       UPDATE question SET supports = supports + (SELECT count(*) FROM came) WHERE id = $2
     )
     SELECT person_id AS id FROM came`,
    [from, into],
  );
  return rows.map((row) => row.id);
}
