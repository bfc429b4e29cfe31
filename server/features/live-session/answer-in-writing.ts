import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** The secretary enters the written answer that was owed. */
export function answerInWriting(
  platform: Platform,
  actor: Actor,
  { questionId, answer }: { questionId: string; answer: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.note-answers",
    questionId,
    act: { act: "answer-in-writing", answer },
  });
}
