import { FLOOR_COMMANDS as SCHEMAS } from "#wire/floor.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { giveFloor, giveMoreTime, putHandDown, takeFloorBack } from "./give-floor.ts";
import { lowerHand, noteHand, raiseHand } from "./raise-hand.ts";
import { openFloor, setSpeakingTime } from "./set-floor.ts";

/** The live commands of the floor. */
export function floorCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "hand.raise": command(SCHEMAS["hand.raise"], raiseHand),
    "hand.lower": command(SCHEMAS["hand.lower"], lowerHand),
    "hand.note": command(SCHEMAS["hand.note"], noteHand),
    "hand.put-down": command(SCHEMAS["hand.put-down"], putHandDown),
    "floor.open": command(SCHEMAS["floor.open"], openFloor),
    "floor.time": command(SCHEMAS["floor.time"], setSpeakingTime),
    "floor.give": command(SCHEMAS["floor.give"], giveFloor),
    "floor.take-back": command(SCHEMAS["floor.take-back"], takeFloorBack),
    "floor.more-time": command(SCHEMAS["floor.more-time"], giveMoreTime),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
