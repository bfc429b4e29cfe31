import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { MinutesState } from "#wire/lab-minutes.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandlers } from "../../../realtime/command-handler.ts";
import { minutesCommands } from "../minutes/commands.ts";
import { minutesList, minutesPage } from "../minutes/minutes-pages.ts";
import { minutesRooms, minutesState } from "../minutes/minutes-room.ts";
import { labInside } from "./frame.ts";

/** What the people of a lab work with: everything inside its page. */
export function createLabWorkFeature(platform: Platform) {
  const commands: CommandHandlers = { ...minutesCommands(platform) };
  return {
    commands,
    rooms: minutesRooms(platform),
    minutesList: (actor: Actor, slug: string) => minutesList(platform, actor, slug),
    minutes: (actor: Actor, of: { slug: string; minutesId: string; version?: number }) =>
      minutesPage(platform, actor, of),
    /** What a browser that writes has missed. */
    minutesState: async (
      actor: Actor,
      of: { minutesId: string; since: number },
    ): Promise<Result<MinutesState>> => {
      const lab = await labInside(platform.pool, actor, { of: "minutes", id: of.minutesId });
      return lab.ok ? ok(await minutesState(platform.pool, of)) : lab;
    },
  };
}
