import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { moveQuestion } from "#domain/live-session/question-moves.ts";
import type { Platform } from "../../platform/platform.ts";
import { authorOf, changeQuestion, saveMove } from "./change-question.ts";
import { findQuestion } from "./repository.ts";

/**
 * The chair asks a question. One that was being asked and has no answer noted goes back to the
 * head of the queue: only the secretary says that a question was answered.
 */
export function askQuestion(
  platform: Platform,
  actor: Actor,
  { questionId }: { questionId: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.chair",
    questionId,
    act: { act: "ask" },
    prepare: async (client, _question, { assembly, ...by }) => {
      if (assembly.phase !== "live") return refuse("wrong-phase");
      return ok({ persons: await putBackAsked(client, assembly.id, by) });
    },
  });
}

/** Returns the author of the question that was put back, who is told. */
async function putBackAsked(
  client: PoolClient,
  assemblyId: string,
  by: { actorId: string; now: Date },
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM question WHERE assembly_id = $1 AND state = 'asked'",
    [assemblyId],
  );
  const authors: string[] = [];
  for (const { id } of rows) {
    const asked = await findQuestion(client, id);
    const move = asked && moveQuestion(asked, { act: "put-back" }, by);
    if (!asked || !move?.ok) continue;
    // Place 0 comes before the first: the queue is renumbered at once.
    await saveMove(client, asked, move.value, { queuePlace: 0 }, by);
    authors.push(...authorOf(asked));
  }
  return authors;
}
