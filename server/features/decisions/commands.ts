import { DECISION_COMMANDS } from "#wire/decisions.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn, defineCommand } from "../../realtime/command-handler.ts";
import type { CastBallot } from "./cast-ballot.ts";
import { closeDecision } from "./close-decision.ts";
import { incidentCommands } from "./incidents/commands.ts";
import { openDecision } from "./open-decision.ts";
import { publishDecision } from "./publish-decision.ts";
import { resetRehearsal } from "./reset-rehearsal.ts";
import { castTie, drawLot } from "./settle-tie.ts";

export function decisionCommands(platform: Platform, cast: CastBallot): CommandHandlers {
  const command = commandsOn(platform);
  return {
    ...incidentCommands(platform),
    "decision.cast": defineCommand({
      schema: DECISION_COMMANDS["decision.cast"],
      handle: cast,
      keepsReceipt: true,
    }),
    "decision.open": command(DECISION_COMMANDS["decision.open"], openDecision),
    "decision.close": command(DECISION_COMMANDS["decision.close"], closeDecision),
    "decision.publish": command(DECISION_COMMANDS["decision.publish"], publishDecision),
    "decision.draw-lot": command(DECISION_COMMANDS["decision.draw-lot"], drawLot),
    "decision.cast-tie": command(DECISION_COMMANDS["decision.cast-tie"], castTie),
    "decision.reset": command(DECISION_COMMANDS["decision.reset"], resetRehearsal),
  };
}
