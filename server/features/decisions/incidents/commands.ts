import { STAGE_COMMANDS } from "#wire/stage.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandlers } from "../../../realtime/command-handler.ts";
import { defineCommand } from "../../../realtime/command-handler.ts";
import { extendVote } from "./extend-vote.ts";
import { repeatVote } from "./repeat-vote.ts";
import { resumeVote, suspendVote } from "./suspend-vote.ts";

/** What a chair does to a vote because of an incident. */
export function incidentCommands(platform: Platform): CommandHandlers {
  return {
    "decision.suspend": defineCommand({
      schema: STAGE_COMMANDS["decision.suspend"],
      handle: (actor, payload) => suspendVote(platform, actor, payload),
    }),
    "decision.resume": defineCommand({
      schema: STAGE_COMMANDS["decision.resume"],
      handle: (actor, payload) => resumeVote(platform, actor, payload),
    }),
    "decision.extend": defineCommand({
      schema: STAGE_COMMANDS["decision.extend"],
      handle: (actor, payload) => extendVote(platform, actor, payload),
    }),
    "decision.repeat": defineCommand({
      schema: STAGE_COMMANDS["decision.repeat"],
      handle: (actor, payload) => repeatVote(platform, actor, payload),
    }),
  };
}
