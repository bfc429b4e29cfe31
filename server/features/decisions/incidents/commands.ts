import { STAGE_COMMANDS } from "#wire/stage.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { annulResult } from "./annul-result.ts";
import { extendVote } from "./extend-vote.ts";
import { repeatVote } from "./repeat-vote.ts";
import { resumeVote, suspendVote } from "./suspend-vote.ts";

/** What a chair does to a vote because of an incident. */
export function incidentCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "decision.suspend": command(STAGE_COMMANDS["decision.suspend"], suspendVote),
    "decision.resume": command(STAGE_COMMANDS["decision.resume"], resumeVote),
    "decision.extend": command(STAGE_COMMANDS["decision.extend"], extendVote),
    "decision.annul": command(STAGE_COMMANDS["decision.annul"], annulResult),
    "decision.repeat": command(STAGE_COMMANDS["decision.repeat"], repeatVote),
  };
}
