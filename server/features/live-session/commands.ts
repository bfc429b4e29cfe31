import { LIVE_SESSION_COMMANDS as SCHEMAS } from "#wire/live-session.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn, defineCommand } from "../../realtime/command-handler.ts";
import { answerInWriting } from "./answer-in-writing.ts";
import { answerQuestion } from "./answer-question.ts";
import { arrive } from "./arrive.ts";
import { askQuestion } from "./ask-question.ts";
import { closeSession } from "./close-session.ts";
import { contestAnswer } from "./contest-answer.ts";
import { editQuestion } from "./edit-question.ts";
import { goToItem } from "./go-to-item.ts";
import { holdQuestion } from "./hold-question.ts";
import { leave } from "./leave.ts";
import { mergeQuestion } from "./merge-question.ts";
import { moveInQueue } from "./move-in-queue.ts";
import { openQuestions } from "./open-questions.ts";
import { openSession } from "./open-session.ts";
import { oweAnswer } from "./owe-answer.ts";
import { publishQuestion } from "./publish-question.ts";
import { queueQuestion } from "./queue-question.ts";
import { refuseQuestion } from "./refuse-question.ts";
import { similarQuestions } from "./similar-questions.ts";
import type { SupportQuestion } from "./support-question.ts";
import { withdrawQuestion } from "./withdraw-question.ts";
import { writeQuestion } from "./write-question.ts";

type CommandName = keyof typeof SCHEMAS;

/** The live commands of this feature: what each carries and which use-case it is. */
export function liveSessionCommands(platform: Platform, support: SupportQuestion): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "question.support": defineCommand({
      schema: SCHEMAS["question.support"],
      handle: support,
      keepsReceipt: true,
    }),
    "question.write": command(SCHEMAS["question.write"], writeQuestion),
    "question.edit": command(SCHEMAS["question.edit"], editQuestion),
    "question.withdraw": command(SCHEMAS["question.withdraw"], withdrawQuestion),
    "question.contest": command(SCHEMAS["question.contest"], contestAnswer),
    "question.similar": command(SCHEMAS["question.similar"], similarQuestions),
    "session.arrive": command(SCHEMAS["session.arrive"], arrive),
    "session.leave": command(SCHEMAS["session.leave"], leave),
    "question.publish": command(SCHEMAS["question.publish"], publishQuestion),
    "question.hold": command(SCHEMAS["question.hold"], holdQuestion),
    "question.refuse": command(SCHEMAS["question.refuse"], refuseQuestion),
    "question.merge": command(SCHEMAS["question.merge"], mergeQuestion),
    "question.queue": command(SCHEMAS["question.queue"], queueQuestion),
    "question.move": command(SCHEMAS["question.move"], moveInQueue),
    "session.open": command(SCHEMAS["session.open"], openSession),
    "session.close": command(SCHEMAS["session.close"], closeSession),
    "agenda.go": command(SCHEMAS["agenda.go"], goToItem),
    "questions.open": command(SCHEMAS["questions.open"], openQuestions),
    "question.ask": command(SCHEMAS["question.ask"], askQuestion),
    "question.answer": command(SCHEMAS["question.answer"], answerQuestion),
    "question.owe": command(SCHEMAS["question.owe"], oweAnswer),
    "question.answer-written": command(SCHEMAS["question.answer-written"], answerInWriting),
  } satisfies Record<CommandName, CommandHandler>;
}
