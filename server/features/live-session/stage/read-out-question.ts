import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { findQuestion } from "../repository.ts";

type Reading = { assemblyId: string; questionId: string; on: boolean };

/** Marks a question of somebody who is not in the room as read aloud, or not read after all. */
export function readOutQuestion(
  platform: Platform,
  actor: Actor,
  { assemblyId, questionId, on }: Reading,
): Promise<Result<null>> {
  const change = { action: "session.read-aloud", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, _assembly, { personId }) => {
    const question = await findQuestion(client, questionId);
    if (question?.assemblyId !== assemblyId) return refuse("not-found");
    if (question.state !== "queued" && question.state !== "asked") return refuse("wrong-phase");
    if (on) {
      await client.query(
        `INSERT INTO question_reading (question_id, read_at, read_by) VALUES ($1, $2, $3)
         ON CONFLICT (question_id) DO NOTHING`,
        [questionId, platform.clock.now(), personId],
      );
    } else {
      await client.query("DELETE FROM question_reading WHERE question_id = $1", [questionId]);
    }
    return ok({ value: null });
  });
}
