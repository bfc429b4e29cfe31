import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** An asker says that an oral answer was none, or takes that back. */
export function contestAnswer(
  platform: Platform,
  actor: Actor,
  { questionId, notAnswered }: { questionId: string; notAnswered: boolean },
): Promise<Result<null>> {
  const act = { act: notAnswered ? "contest" : "uncontest" } as const;
  return changeQuestion(platform, actor, {
    action: "question.write",
    questionId,
    act: act,
  });
}
