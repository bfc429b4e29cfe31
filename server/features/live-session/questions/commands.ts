import { QUESTIONS_COMMANDS as SCHEMAS } from "#wire/questions.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn, defineCommand } from "../../../realtime/command-handler.ts";
import { fileAppeal, judgeAppeal } from "./appeal.ts";
import { arrangeQuestions } from "./arrange-questions.ts";
import { drawSlot } from "./draw-slot.ts";
import { moveRound } from "./move-round.ts";
import { createSeeQuestions } from "./seen-batch.ts";
import { reviewTranslation, translateQuestion } from "./translate-question.ts";
import { writeFor } from "./write-for.ts";

/** The live commands around rounds, slots, appeals and translations. */
export function questionsCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  const see = createSeeQuestions(platform);

  return {
    "question.seen": defineCommand({
      schema: SCHEMAS["question.seen"],
      handle: see,
      // Seen twice is seen once: no receipt is needed.
      keepsReceipt: true,
    }),
    "question.appeal": command(SCHEMAS["question.appeal"], fileAppeal),
    "question.write-for": command(SCHEMAS["question.write-for"], writeFor),
    "question.translate": command(SCHEMAS["question.translate"], translateQuestion),
    "question.review-translation": command(
      SCHEMAS["question.review-translation"],
      reviewTranslation,
    ),
    "question.judge-appeal": command(SCHEMAS["question.judge-appeal"], judgeAppeal),
    "questions.stage": command(SCHEMAS["questions.stage"], moveRound),
    "questions.draw-slot": command(SCHEMAS["questions.draw-slot"], drawSlot),
    "questions.arrange": command(SCHEMAS["questions.arrange"], arrangeQuestions),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
