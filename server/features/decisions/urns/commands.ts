import { URN_ACTS } from "#wire/secret-ballots.ts";
import { PAPER_ACTS } from "#wire/urns.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { restartCredentials } from "../secret/restart-credentials.ts";
import type { UrnSecrets } from "../secret/urn-secrets.ts";
import { askOpening } from "./ask-opening.ts";
import { attestOpening } from "./attest-opening.ts";
import { confirmShares } from "./confirm-shares.ts";
import { dealShares } from "./deal-shares.ts";
import { enterSlip, removeSlip } from "./enter-slip.ts";
import { givePaper } from "./give-paper.ts";
import { giveShare } from "./give-share.ts";
import { joinCeremony } from "./join-ceremony.ts";
import { pourPaper } from "./pour-paper.ts";
import { restartCeremony } from "./restart-ceremony.ts";

const SCHEMAS = { ...URN_ACTS, ...PAPER_ACTS };

/** The acts on urns and on paper ballots, as live commands and as forms. */
export function urnCommands(platform: Platform, secrets: UrnSecrets): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "urn.join": command(SCHEMAS["urn.join"], joinCeremony),
    "urn.deal": command(SCHEMAS["urn.deal"], dealShares),
    "urn.confirm": command(SCHEMAS["urn.confirm"], confirmShares),
    "urn.restart": command(SCHEMAS["urn.restart"], restartCeremony),
    "credentials.restart": command(SCHEMAS["credentials.restart"], (_, actor, payload) =>
      restartCredentials(platform, secrets, actor, payload),
    ),
    "urn.ask-opening": command(SCHEMAS["urn.ask-opening"], askOpening),
    "urn.give-share": command(SCHEMAS["urn.give-share"], giveShare),
    "urn.attest": command(SCHEMAS["urn.attest"], attestOpening),
    "paper.give": command(SCHEMAS["paper.give"], givePaper),
    "paper.enter": command(SCHEMAS["paper.enter"], enterSlip),
    "paper.remove": command(SCHEMAS["paper.remove"], removeSlip),
    "paper.pour": command(SCHEMAS["paper.pour"], (_, actor, payload) =>
      pourPaper(platform, secrets, actor, payload),
    ),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
