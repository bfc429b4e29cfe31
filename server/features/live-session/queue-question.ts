import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
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
    act: act,
  });
}
