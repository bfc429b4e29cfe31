import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { RefusalReason } from "#domain/live-session/question.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";
import { tellAsker } from "./questions/tell-asker.ts";

/**
 * A moderator refuses a question for a published reason, which its author is told. On a statutory
 * question the first moderator only proposes; another one confirms (rules 4.2).
 */
export function refuseQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, reason, note }: { questionId: string; reason: RefusalReason; note: string },
): Promise<Result<null>> {
  const act = { act: "refuse", reason, note } as const;
  return changeQuestion(platform, actor, {
    action: "session.moderate",
    questionId,
    act,
    prepare: async (client, question) => {
      const proposes = question.kind === "statutory" && !question.refusalProposedBy;
      if (!proposes) await tellAsker(platform, client, questionId, "question-refused");
      return ok({});
    },
  });
}
