import { CONVOCATION_COMMANDS as SCHEMAS } from "#wire/convocation.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { correctText } from "./errata.ts";
import { postLetters, sendConvocation, writeConvocation } from "./send.ts";

/** The acts around a convocation, by the name of their live command; forms run the same. */
export function convocationCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "convocation.write": command(SCHEMAS["convocation.write"], writeConvocation),
    "convocation.send": command(SCHEMAS["convocation.send"], sendConvocation),
    "convocation.posted": command(SCHEMAS["convocation.posted"], postLetters),
    "convocation.correct": command(SCHEMAS["convocation.correct"], correctText),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
