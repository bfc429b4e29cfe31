import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** An asker takes back a question that no moderator has read. */
export function withdrawQuestion(
  platform: Platform,
  actor: Actor,
  { questionId }: { questionId: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "question.write",
    questionId,
    act: { act: "withdraw" },
  });
}
