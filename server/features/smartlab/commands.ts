import { SMARTLAB_COMMANDS as SCHEMAS } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { accompanyLab } from "./accompany.ts";
import { addAlert, dropAlert } from "./alerts.ts";
import { answerMeeting, attend, markAttendance } from "./attendance.ts";
import { answerHandOff, handOnAgain } from "./hand-off.ts";
import { addEntry, linkHub, makeHub, reviewEntry } from "./hubs.ts";
import { setThreshold } from "./interest.ts";
import { joinLab, leaveLab, notNow } from "./join.ts";
import { affirmLab, changeLab, closeLab, handOver, pauseLab, resumeLab } from "./lead.ts";
import { cancelMeeting, changeMeeting, planMeeting, reportMeeting } from "./meetings.ts";
import { proposeLab } from "./propose.ts";
import { dropLab, openLab } from "./support.ts";

/** The acts of this feature: what each carries and which use-case it is. */
export function smartlabCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "smartlab.propose": command(SCHEMAS["smartlab.propose"], proposeLab),
    "smartlab.join": command(SCHEMAS["smartlab.join"], joinLab),
    "smartlab.leave": command(SCHEMAS["smartlab.leave"], leaveLab),
    "smartlab.not-now": command(SCHEMAS["smartlab.not-now"], notNow),
    "smartlab.attend": command(SCHEMAS["smartlab.attend"], attend),
    "smartlab.answer": command(SCHEMAS["smartlab.answer"], answerMeeting),
    "smartlab.add-alert": command(SCHEMAS["smartlab.add-alert"], addAlert),
    "smartlab.drop-alert": command(SCHEMAS["smartlab.drop-alert"], dropAlert),
    "smartlab.change": command(SCHEMAS["smartlab.change"], changeLab),
    "smartlab.pause": command(SCHEMAS["smartlab.pause"], pauseLab),
    "smartlab.resume": command(SCHEMAS["smartlab.resume"], resumeLab),
    "smartlab.affirm": command(SCHEMAS["smartlab.affirm"], affirmLab),
    "smartlab.hand-over": command(SCHEMAS["smartlab.hand-over"], handOver),
    "smartlab.close": command(SCHEMAS["smartlab.close"], closeLab),
    "smartlab.hand-off": command(SCHEMAS["smartlab.hand-off"], handOnAgain),
    "smartlab.answer-hand-off": command(SCHEMAS["smartlab.answer-hand-off"], answerHandOff),
    "smartlab.plan-meeting": command(SCHEMAS["smartlab.plan-meeting"], planMeeting),
    "smartlab.change-meeting": command(SCHEMAS["smartlab.change-meeting"], changeMeeting),
    "smartlab.cancel-meeting": command(SCHEMAS["smartlab.cancel-meeting"], cancelMeeting),
    "smartlab.mark": command(SCHEMAS["smartlab.mark"], markAttendance),
    "smartlab.report-meeting": command(SCHEMAS["smartlab.report-meeting"], reportMeeting),
    "smartlab.open": command(SCHEMAS["smartlab.open"], openLab),
    "smartlab.accompany": command(SCHEMAS["smartlab.accompany"], accompanyLab),
    "smartlab.set-threshold": command(SCHEMAS["smartlab.set-threshold"], setThreshold),
    "smartlab.drop": command(SCHEMAS["smartlab.drop"], dropLab),
    "smartlab.make-hub": command(SCHEMAS["smartlab.make-hub"], makeHub),
    "smartlab.link-hub": command(SCHEMAS["smartlab.link-hub"], linkHub),
    "smartlab.add-entry": command(SCHEMAS["smartlab.add-entry"], addEntry),
    "smartlab.review-entry": command(SCHEMAS["smartlab.review-entry"], reviewEntry),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
