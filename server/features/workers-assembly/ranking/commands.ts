import { RANKING_COMMANDS as SCHEMAS } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { drawUpRanking } from "./draw-up.ts";
import { extendRanking } from "./extend-ranking.ts";
import { planRanking } from "./plan-ranking.ts";

/** The acts of the ranking. Ballots, the lot and the publication are those of every decision. */
export function rankingCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "workers-ranking.plan": command(SCHEMAS["workers-ranking.plan"], planRanking),
    "workers-ranking.draw-up": command(SCHEMAS["workers-ranking.draw-up"], drawUpRanking),
    "workers-ranking.extend": command(SCHEMAS["workers-ranking.extend"], extendRanking),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
