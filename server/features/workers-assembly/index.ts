import type { Platform } from "../../platform/platform.ts";
import type { CommandHandlers } from "../../realtime/command-handler.ts";

/** The workers' assembly: from a campaign's answers to a book of demands that the board answers. */
export function createWorkersAssemblyFeature(_platform: Platform) {
  const commands: CommandHandlers = {};
  return { commands };
}
