import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** A moderator keeps a question back for a second look. */
export function holdQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, note }: { questionId: string; note: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.moderate",
    questionId,
    act: { act: "hold", note },
  });
}
