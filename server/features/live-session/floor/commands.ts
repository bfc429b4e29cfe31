import type { z } from "zod";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { FLOOR_COMMANDS as SCHEMAS } from "#wire/floor.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { defineCommand } from "../../../realtime/command-handler.ts";
import { giveFloor, giveMoreTime, putHandDown, takeFloorBack } from "./give-floor.ts";
import { lowerHand, noteHand, raiseHand } from "./raise-hand.ts";
import { openFloor, setSpeakingTime } from "./set-floor.ts";

type UseCase<S extends z.ZodType> = (
  platform: Platform,
  actor: PersonActor,
  payload: z.infer<S>,
) => Promise<Result<unknown>>;

/** The live commands of the floor. */
export function floorCommands(platform: Platform): CommandHandlers {
  const command = <S extends z.ZodType>(schema: S, useCase: UseCase<S>): CommandHandler =>
    defineCommand({ schema, handle: (actor, payload) => useCase(platform, actor, payload) });

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
