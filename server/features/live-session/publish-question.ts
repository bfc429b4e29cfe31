import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { waitsInSilence } from "#domain/live-session/rounds.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";
import { nextNumber } from "./repository.ts";

/**
 * A moderator publishes a question under the next number of the assembly: everybody reads it, at once
 * or once the burst of support begins.
 */
export function publishQuestion(
  platform: Platform,
  actor: Actor,
  { questionId }: { questionId: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.moderate",
    questionId,
    act: { act: "publish" },
    prepare: async (client, { assemblyId, kind }, { assembly }) =>
      ok({
        changes: {
          number: await nextNumber(client, assemblyId),
          silent: waitsInSilence(assembly.mode, kind),
        },
      }),
  });
}
