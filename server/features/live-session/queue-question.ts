import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { QueueWhy } from "#domain/live-session/fair-slots.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** A moderator puts a question at the end of the queue, or takes it out again. */
export function queueQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, on }: { questionId: string; on: boolean },
): Promise<Result<null>> {
  const act = { act: on ? "queue" : "unqueue" } as const;
  return changeQuestion(platform, actor, {
    action: "session.moderate",
    questionId,
    act,
    prepare: (_client, _question, { assembly }) => {
      const byHand: QueueWhy | null =
        on && assembly.mode !== "simple" ? { rule: "moderator" } : null;
      return Promise.resolve(ok({ changes: { queueWhy: byHand, slotId: null } }));
    },
  });
}
