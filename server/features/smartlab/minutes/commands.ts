import { LAB_MINUTES_COMMANDS as SCHEMAS } from "#wire/lab-minutes.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import {
  agreeToMinutes,
  approveMinutes,
  proposeMinutes,
  reopenMinutes,
  showMinutes,
} from "./settle-minutes.ts";
import {
  beginMinutes,
  keepMinutes,
  restoreMinutes,
  saveMinutes,
  writeMinutes,
} from "./write-minutes.ts";

export function minutesCommands(platform: Platform) {
  const command = commandsOn(platform);
  return {
    "lab.minutes-begin": command(SCHEMAS["lab.minutes-begin"], beginMinutes),
    "lab.minutes-write": command(SCHEMAS["lab.minutes-write"], writeMinutes),
    "lab.minutes-save": command(SCHEMAS["lab.minutes-save"], saveMinutes),
    "lab.minutes-keep": command(SCHEMAS["lab.minutes-keep"], keepMinutes),
    "lab.minutes-restore": command(SCHEMAS["lab.minutes-restore"], restoreMinutes),
    "lab.minutes-propose": command(SCHEMAS["lab.minutes-propose"], proposeMinutes),
    "lab.minutes-agree": command(SCHEMAS["lab.minutes-agree"], agreeToMinutes),
    "lab.minutes-reopen": command(SCHEMAS["lab.minutes-reopen"], reopenMinutes),
    "lab.minutes-approve": command(SCHEMAS["lab.minutes-approve"], approveMinutes),
    "lab.minutes-show": command(SCHEMAS["lab.minutes-show"], showMinutes),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
