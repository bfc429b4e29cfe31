import { STAGE_COMMANDS as SCHEMAS } from "#wire/stage.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { allotTime } from "./allot-time.ts";
import { noteIncident } from "./note-incident.ts";
import { readOutQuestion } from "./read-out-question.ts";
import { runTimer } from "./run-timer.ts";
import { sendNotice, takeBackNotice } from "./send-notice.ts";
import { leadPhones, showScene } from "./show-scene.ts";
import { hearStream, markStream, setStreamDelay } from "./stream-delay.ts";
import { resumeSession, suspendSession } from "./suspend-session.ts";

/** The commands of the stage, but for those on a vote, which are the decisions'. */
export function stageCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "timer.run": command(SCHEMAS["timer.run"], runTimer),
    "timer.allot": command(SCHEMAS["timer.allot"], allotTime),
    "stage.show": command(SCHEMAS["stage.show"], showScene),
    "stage.phones": command(SCHEMAS["stage.phones"], leadPhones),
    "notice.send": command(SCHEMAS["notice.send"], sendNotice),
    "notice.take-back": command(SCHEMAS["notice.take-back"], takeBackNotice),
    "incident.note": command(SCHEMAS["incident.note"], noteIncident),
    "session.suspend": command(SCHEMAS["session.suspend"], suspendSession),
    "session.resume": command(SCHEMAS["session.resume"], resumeSession),
    "stream.delay": command(SCHEMAS["stream.delay"], setStreamDelay),
    "stream.mark": command(SCHEMAS["stream.mark"], markStream),
    "stream.heard": command(SCHEMAS["stream.heard"], hearStream),
    "question.read-out": command(SCHEMAS["question.read-out"], readOutQuestion),
  };
}
