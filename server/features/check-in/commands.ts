import { CHECK_IN_COMMANDS as SCHEMAS } from "#wire/check-in.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { arriveAtSite } from "./arrive-at-site.ts";
import { notePassage } from "./note-passage.ts";
import { renewPass } from "./own-pass-page.ts";
import { askPasses } from "./send-passes.ts";
import { syncDoor } from "./sync-door.ts";
import type { WayInKeys } from "./way-in-keys.ts";
import { welcomeGuests } from "./welcome-guests.ts";

type CommandName = keyof typeof SCHEMAS;

/** The acts of doors and of the way in, by the name of their live command; forms run the same. */
export function checkInCommands(platform: Platform, keys: WayInKeys): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "door.sync": command(SCHEMAS["door.sync"], syncDoor),
    "door.note": command(SCHEMAS["door.note"], notePassage),
    "site.arrive": command(SCHEMAS["site.arrive"], arriveAtSite),
    "pass.renew": command(SCHEMAS["pass.renew"], (_, actor, input) =>
      renewPass(platform, keys, actor, input),
    ),
    "pass.send": command(SCHEMAS["pass.send"], askPasses),
    "guests.welcome": command(SCHEMAS["guests.welcome"], welcomeGuests),
  } satisfies Record<CommandName, CommandHandler>;
}
