import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";
import { tellAsker } from "./questions/tell-asker.ts";

/** The secretary enters the written answer that was owed, and what changes; the asker is told. */
export function answerInWriting(
  platform: Platform,
  actor: Actor,
  { questionId, answer, changes }: { questionId: string; answer: string; changes?: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.note-answers",
    questionId,
    act: { act: "answer-in-writing", answer },
    prepare: async (client) => {
      await tellAsker(platform, client, questionId, "question-answered");
      return ok({ changes: changes ? { answerChanges: changes } : {} });
    },
  });
}
