import { POLL_COMMANDS as SCHEMAS } from "#wire/polls.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn, defineCommand } from "../../../realtime/command-handler.ts";
import { createAnswerPoll } from "./answer-poll.ts";
import { closePoll, createPoll, deletePoll, openPoll, showPoll } from "./change-poll.ts";
import { moderateWord } from "./moderate-word.ts";
import { createGiveReaction, openReactions } from "./reactions.ts";

/** The live commands of polls and reactions. */
export function pollCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "poll.create": command(SCHEMAS["poll.create"], createPoll),
    "poll.delete": command(SCHEMAS["poll.delete"], deletePoll),
    "poll.open": command(SCHEMAS["poll.open"], openPoll),
    "poll.close": command(SCHEMAS["poll.close"], closePoll),
    "poll.show": command(SCHEMAS["poll.show"], showPoll),
    "poll.word": command(SCHEMAS["poll.word"], moderateWord),
    "poll.answer": defineCommand({
      schema: SCHEMAS["poll.answer"],
      handle: createAnswerPoll(platform),
      keepsReceipt: true,
    }),
    "reactions.open": command(SCHEMAS["reactions.open"], openReactions),
    "reaction.give": defineCommand({
      schema: SCHEMAS["reaction.give"],
      handle: createGiveReaction(platform),
      // It needs none: given twice it is counted once a second.
      keepsReceipt: true,
    }),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
