import type { Actor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** An asker changes a question that no moderator has read. */
export function editQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, text, nameHidden }: { questionId: string; text: string; nameHidden: boolean },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "question.write",
    questionId,
    act: { act: "edit", text, nameHidden },
    // Among workers nobody is shown with what they asked.
    prepare: (_, { assemblyId }) =>
      Promise.resolve(ok({ changes: isApart(assemblyId) ? { nameHidden: true } : {} })),
  });
}
