import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { moveQuestion } from "#domain/live-session/question-moves.ts";
import type { Platform } from "../../platform/platform.ts";
import { authorOf, changeQuestion, saveMove } from "./change-question.ts";
import type { QuestionRow } from "./repository.ts";
import { findQuestion } from "./repository.ts";

/**
 * The chair asks a question. One that was being asked and has no answer noted goes back to the
 * head of the queue: only the secretary says that a question was answered. One that goes before those
 * whose turn it is needs a reason, which everybody reads (rules §4.5).
 */
export function askQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, reason = "" }: { questionId: string; reason?: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.chair",
    questionId,
    act: { act: "ask" },
    prepare: async (client, question, { assembly, ...by }) => {
      if (assembly.phase !== "live") return refuse("wrong-phase");
      const overtakes = assembly.mode !== "simple" && (await overtakesQueue(client, question));
      if (overtakes && !reason) return refuse("reason-required");
      const persons = await putBackAsked(client, assembly.id, by);
      await client.query("DELETE FROM result_shown WHERE assembly_id = $1", [assembly.id]);
      return ok({ persons, changes: reason ? { queueWhy: { rule: "chair", reason } } : {} });
    },
  });
}

/**
 * Whether a question is asked before others whose turn it is. Statutory ones are all answered, in any
 * order (rules §1.7).
 */
async function overtakesQueue(client: PoolClient, question: QuestionRow): Promise<boolean> {
  if (question.kind === "statutory") return false;
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM question WHERE assembly_id = $1 AND state = 'queued'
     ORDER BY queue_place LIMIT 1`,
    [question.assemblyId],
  );
  return rows.length > 0 && rows[0]?.id !== question.id;
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
