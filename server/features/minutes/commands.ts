import { MINUTES_COMMANDS as SCHEMAS } from "#wire/minutes.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { freezeMinutes } from "./freeze-minutes.ts";
import { clearResult, showResult } from "./show-result.ts";
import { addAddendum, signMinutes } from "./sign-minutes.ts";
import { beginMinutes, redraftSection, writeSection } from "./write-minutes.ts";

/** The live commands of the end of the day, and which use-case each is. */
export function minutesCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "result.show": command(SCHEMAS["result.show"], showResult),
    "result.clear": command(SCHEMAS["result.clear"], clearResult),
    "minutes.begin": command(SCHEMAS["minutes.begin"], beginMinutes),
    "minutes.write": command(SCHEMAS["minutes.write"], writeSection),
    "minutes.redraft": command(SCHEMAS["minutes.redraft"], redraftSection),
    "minutes.freeze": command(SCHEMAS["minutes.freeze"], freezeMinutes),
    "minutes.sign": command(SCHEMAS["minutes.sign"], signMinutes),
    "minutes.add": command(SCHEMAS["minutes.add"], addAddendum),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
