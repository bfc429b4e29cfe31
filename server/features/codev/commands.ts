import { CODEV_COMMANDS as SCHEMAS } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { answerFollowUp, evaluate, keepPlan, removePlan } from "./afterwards.ts";
import { apply, declareConflict, retractConflict, withdraw } from "./apply.ts";
import {
  clearPair,
  holdFile,
  joinPool,
  noteInterview,
  replaceFacilitator,
  setTraining,
} from "./facilitators.ts";
import { evaluateCycle } from "./end-of-cycle.ts";
import { addFile, removeFile } from "./files.ts";
import type { GroupTexts } from "./group-key.ts";
import { makeCycle } from "./make-cycle.ts";
import { answerNewcomer, proposeNewcomer } from "./newcomers.ts";
import { acceptClause, decline, leave } from "./pact.ts";
import { postponeSession, recordSession, reportSession } from "./sessions.ts";
import {
  addDate,
  cancelCycle,
  changeCycle,
  closeCycle,
  moveSession,
  startCycle,
} from "./tend-cycle.ts";
import { answerSwap, askSwap, excuseFrom, takeDate, withdrawSwap, writeSubject } from "./turns.ts";

/** Acts of who leads, and of who advises. */
function leadCommands(platform: Platform, sealing: Sealing, texts: GroupTexts) {
  const command = commandsOn(platform);
  return {
    "codev.add-file": command(SCHEMAS["codev.add-file"], addFile),
    "codev.remove-file": command(SCHEMAS["codev.remove-file"], removeFile),
    "codev.join-pool": command(SCHEMAS["codev.join-pool"], joinPool),
    "codev.note-interview": command(SCHEMAS["codev.note-interview"], (on, actor, input) =>
      noteInterview(on, sealing, actor, input),
    ),
    "codev.clear-pair": command(SCHEMAS["codev.clear-pair"], clearPair),
    "codev.hold-file": command(SCHEMAS["codev.hold-file"], holdFile),
    "codev.postpone": command(SCHEMAS["codev.postpone"], postponeSession),
    "codev.record-session": command(SCHEMAS["codev.record-session"], recordSession),
    "codev.report-session": command(SCHEMAS["codev.report-session"], (on, actor, input) =>
      reportSession(on, texts, actor, input),
    ),
  };
}

/** The acts of this feature: what each carries and which use-case it is. */
export function codevCommands(
  platform: Platform,
  sealing: Sealing,
  texts: GroupTexts,
): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "codev.apply": command(SCHEMAS["codev.apply"], apply),
    "codev.withdraw": command(SCHEMAS["codev.withdraw"], withdraw),
    "codev.declare-conflict": command(SCHEMAS["codev.declare-conflict"], declareConflict),
    "codev.retract-conflict": command(SCHEMAS["codev.retract-conflict"], retractConflict),
    "codev.accept-clause": command(SCHEMAS["codev.accept-clause"], acceptClause),
    "codev.decline": command(SCHEMAS["codev.decline"], decline),
    "codev.leave": command(SCHEMAS["codev.leave"], leave),
    "codev.write-subject": command(SCHEMAS["codev.write-subject"], (on, actor, input) =>
      writeSubject(on, texts, actor, input),
    ),
    "codev.excuse": command(SCHEMAS["codev.excuse"], excuseFrom),
    "codev.take-date": command(SCHEMAS["codev.take-date"], takeDate),
    "codev.ask-swap": command(SCHEMAS["codev.ask-swap"], askSwap),
    "codev.answer-swap": command(SCHEMAS["codev.answer-swap"], answerSwap),
    "codev.withdraw-swap": command(SCHEMAS["codev.withdraw-swap"], withdrawSwap),
    "codev.answer-newcomer": command(SCHEMAS["codev.answer-newcomer"], answerNewcomer),
    "codev.evaluate": command(SCHEMAS["codev.evaluate"], (on, actor, input) =>
      evaluate(on, texts, actor, input),
    ),
    "codev.evaluate-cycle": command(SCHEMAS["codev.evaluate-cycle"], evaluateCycle),
    "codev.keep-plan": command(SCHEMAS["codev.keep-plan"], (on, actor, input) =>
      keepPlan(on, { texts, sealing }, actor, input),
    ),
    "codev.remove-plan": command(SCHEMAS["codev.remove-plan"], removePlan),
    "codev.answer-follow-up": command(SCHEMAS["codev.answer-follow-up"], (on, actor, input) =>
      answerFollowUp(on, sealing, actor, input),
    ),
    ...leadCommands(platform, sealing, texts),
    "codev.make-cycle": command(SCHEMAS["codev.make-cycle"], (on, actor, input) =>
      makeCycle(on, texts, actor, input),
    ),
    "codev.change-cycle": command(SCHEMAS["codev.change-cycle"], changeCycle),
    "codev.start-cycle": command(SCHEMAS["codev.start-cycle"], startCycle),
    "codev.replace-facilitator": command(SCHEMAS["codev.replace-facilitator"], replaceFacilitator),
    "codev.propose-newcomer": command(SCHEMAS["codev.propose-newcomer"], proposeNewcomer),
    "codev.add-date": command(SCHEMAS["codev.add-date"], addDate),
    "codev.move-session": command(SCHEMAS["codev.move-session"], moveSession),
    "codev.close-cycle": command(SCHEMAS["codev.close-cycle"], closeCycle),
    "codev.cancel-cycle": command(SCHEMAS["codev.cancel-cycle"], cancelCycle),
    "codev.set-training": command(SCHEMAS["codev.set-training"], setTraining),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
