import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../../platform/platform.ts";
import { createSealing } from "../../../platform/sealing.ts";
import { createGroupTexts } from "../group-key.ts";
import { codevSessionCommands } from "./commands.ts";
import { sessionPage, type Views } from "./page.ts";
import { codevRooms } from "./rooms.ts";

/** A session of a co-development group while it is held. */
export function createCodevSessionPart(platform: Platform) {
  const texts = createGroupTexts(createSealing(platform.env), platform.random);
  const rooms = codevRooms(platform, texts);
  return {
    rooms,
    commands: codevSessionCommands(platform, texts),
    page: <A extends keyof Views>(actor: Actor, input: { sessionId: string; audience: A }) =>
      sessionPage(platform, texts, rooms, actor, input),
  };
}
