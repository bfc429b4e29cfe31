import { ORGANISE_COMMANDS as SCHEMAS } from "#wire/workers-organise.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { beginEdition, changeEdition } from "./begin.ts";
import { nameToOffice, releaseFromOffice } from "./offices.ts";

/** The acts of who organises a workers' assembly. */
export function organiseCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "workers-organise.begin": command(SCHEMAS["workers-organise.begin"], beginEdition),
    "workers-organise.change": command(SCHEMAS["workers-organise.change"], changeEdition),
    "workers-organise.name": command(SCHEMAS["workers-organise.name"], nameToOffice),
    "workers-organise.release": command(SCHEMAS["workers-organise.release"], releaseFromOffice),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
