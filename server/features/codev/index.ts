import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import { boardPage } from "./board.ts";
import { codevCommands } from "./commands.ts";
import { cyclePage } from "./cycle-page.ts";
import { frontPage } from "./front-page.ts";
import { createGroupTexts } from "./group-key.ts";
import { keepGroups } from "./keep.ts";
import { leadPage } from "./lead-page.ts";

/** Co-development: who asks, who leads, cycles with their dates and turns, and what is kept of them. */
export function createCodevFeature(platform: Platform) {
  const sealing = createSealing(platform.env);
  const texts = createGroupTexts(sealing, platform.random);
  return {
    commands: codevCommands(platform, sealing, texts),
    front: (actor: Actor) => frontPage(platform, sealing, actor),
    cycle: (actor: Actor, cycleId: string) => cyclePage(platform, texts, actor, cycleId),
    board: (actor: Actor, asked?: { cycles?: number; queue?: number }) =>
      boardPage(platform, actor, asked),
    lead: (actor: Actor) => leadPage(platform, sealing, actor),
    /** Job process: reminders, follow-ups, what is published, what is destroyed. */
    keep: () => keepGroups(platform, texts),
  };
}
