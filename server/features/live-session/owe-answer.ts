import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

/** Written answers are due within thirty days of the assembly (rules 4.6). */
export const ANSWER_DUE_DAYS = 30;

/** The secretary enters that an answer is owed in writing: by which function, until which day. */
export function oweAnswer(
  platform: Platform,
  actor: Actor,
  { questionId, owner, dueOn }: { questionId: string; owner: string; dueOn: string },
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.note-answers",
    questionId,
    act: { act: "owe", owner, dueOn },
    prepare: (_client, _question, { now }) => {
      const today = now.toISOString().slice(0, 10);
      const latest = new Date(now.getTime() + ANSWER_DUE_DAYS * 86_400_000);
      const inTime = dueOn >= today && dueOn <= latest.toISOString().slice(0, 10);
      return Promise.resolve(inTime ? ok({}) : refuse("bad-input", { days: ANSWER_DUE_DAYS }));
    },
  });
}
