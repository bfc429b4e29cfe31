import { WORKERS_DAY_COMMANDS as SCHEMAS } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { proposeAmendment, rewriteText, settleAmendment, withdrawAmendment } from "./amend.ts";
import { drawUpVote } from "./draw-up.ts";
import {
  answerOffer,
  offerChange,
  offerNote,
  raiseObjection,
  withdrawObjection,
} from "./object.ts";
import { planDebate, setUpDay } from "./plan.ts";
import { renderText, reviewText } from "./render.ts";
import { answerWord, hideWord, sayWord } from "./say.ts";
import { lengthenStep, nameFacilitator, steerDebate } from "./steer.ts";

/** The acts of the day: what each carries and which use-case it is. */
export function workersDayCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "debate.set-up": command(SCHEMAS["debate.set-up"], setUpDay),
    "debate.plan": command(SCHEMAS["debate.plan"], planDebate),
    "debate.draw-up": command(SCHEMAS["debate.draw-up"], drawUpVote),
    "debate.step": command(SCHEMAS["debate.step"], steerDebate),
    "debate.lengthen": command(SCHEMAS["debate.lengthen"], lengthenStep),
    "debate.name-me": command(SCHEMAS["debate.name-me"], nameFacilitator),
    "debate.answer-word": command(SCHEMAS["debate.answer-word"], answerWord),
    "debate.hide-word": command(SCHEMAS["debate.hide-word"], hideWord),
    "debate.settle-amendment": command(SCHEMAS["debate.settle-amendment"], settleAmendment),
    "debate.rewrite": command(SCHEMAS["debate.rewrite"], rewriteText),
    "debate.offer-change": command(SCHEMAS["debate.offer-change"], offerChange),
    "debate.offer-note": command(SCHEMAS["debate.offer-note"], offerNote),
    "debate.render": command(SCHEMAS["debate.render"], renderText),
    "debate.review": command(SCHEMAS["debate.review"], reviewText),
    "debate.say": command(SCHEMAS["debate.say"], sayWord),
    "debate.amend": command(SCHEMAS["debate.amend"], proposeAmendment),
    "debate.withdraw-amendment": command(SCHEMAS["debate.withdraw-amendment"], withdrawAmendment),
    "debate.object": command(SCHEMAS["debate.object"], raiseObjection),
    "debate.withdraw-objection": command(SCHEMAS["debate.withdraw-objection"], withdrawObjection),
    "debate.agree": command(SCHEMAS["debate.agree"], answerOffer),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
