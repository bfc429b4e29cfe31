import { DECISION_COMMANDS } from "#wire/decisions.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandlers } from "../../realtime/command-handler.ts";
import { defineCommand } from "../../realtime/command-handler.ts";
import type { CastBallot } from "./cast-ballot.ts";
import { closeDecision } from "./close-decision.ts";
import { incidentCommands } from "./incidents/commands.ts";
import { openDecision } from "./open-decision.ts";
import { publishDecision } from "./publish-decision.ts";
import { resetRehearsal } from "./reset-rehearsal.ts";
import { castTie, drawLot } from "./settle-tie.ts";

export function decisionCommands(platform: Platform, cast: CastBallot): CommandHandlers {
  return {
    ...incidentCommands(platform),
    "decision.cast": defineCommand({
      schema: DECISION_COMMANDS["decision.cast"],
      handle: cast,
      keepsReceipt: true,
    }),
    "decision.open": defineCommand({
      schema: DECISION_COMMANDS["decision.open"],
      handle: (actor, payload) => openDecision(platform, actor, payload),
    }),
    "decision.close": defineCommand({
      schema: DECISION_COMMANDS["decision.close"],
      handle: (actor, payload) => closeDecision(platform, actor, payload),
    }),
    "decision.publish": defineCommand({
      schema: DECISION_COMMANDS["decision.publish"],
      handle: (actor, payload) => publishDecision(platform, actor, payload),
    }),
    "decision.draw-lot": defineCommand({
      schema: DECISION_COMMANDS["decision.draw-lot"],
      handle: (actor, payload) => drawLot(platform, actor, payload),
    }),
    "decision.cast-tie": defineCommand({
      schema: DECISION_COMMANDS["decision.cast-tie"],
      handle: (actor, payload) => castTie(platform, actor, payload),
    }),
    "decision.reset": defineCommand({
      schema: DECISION_COMMANDS["decision.reset"],
      handle: (actor, payload) => resetRehearsal(platform, actor, payload),
    }),
  };
}
