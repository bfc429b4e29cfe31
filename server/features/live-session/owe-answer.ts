import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { ANSWER_DUE_DAYS } from "#domain/live-session/question.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeQuestion } from "./change-question.ts";

type OwedAnswer = {
  questionId: string;
  owner: string;
  address?: string | undefined;
  language?: Language | undefined;
  dueOn: string;
};

/** The secretary enters that an answer is owed in writing: by which function, until which day. */
export function oweAnswer(
  platform: Platform,
  actor: Actor,
  { questionId, owner, address = "", language, dueOn }: OwedAnswer,
): Promise<Result<null>> {
  return changeQuestion(platform, actor, {
    action: "session.note-answers",
    questionId,
    act: { act: "owe", owner, dueOn },
    prepare: (_client, _question, { now }) => {
      const latest = new Date(now.getTime() + ANSWER_DUE_DAYS * 86_400_000);
      const inTime = dueOn >= dayInBrussels(now) && dueOn <= dayInBrussels(latest);
      return Promise.resolve(
        inTime
          ? ok({
              changes: {
                answerAddress: address,
                ...(language ? { answerLanguage: language } : {}),
              },
            })
          : refuse("bad-input", { days: ANSWER_DUE_DAYS }),
      );
    },
  });
}
