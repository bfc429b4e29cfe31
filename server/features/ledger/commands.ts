import { LEDGER_COMMANDS as SCHEMAS } from "#wire/ledger.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { aimItem, answerItem, noteProgress } from "./answer-item.ts";
import { contestAnswer } from "./contest.ts";
import { linkItems, unlinkItems } from "./link-items.ts";
import { answerMerge, askMerge } from "./merge-items.ts";
import { nameMe, supportItem, unsupportItem } from "./support-item.ts";
import { changeItem, publishItem, withdrawItem, writeItem } from "./write-item.ts";

/** The acts of this feature: what each carries and which use-case it is. */
export function ledgerCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "ledger.support": command(SCHEMAS["ledger.support"], supportItem),
    "ledger.unsupport": command(SCHEMAS["ledger.unsupport"], unsupportItem),
    "ledger.name-me": command(SCHEMAS["ledger.name-me"], nameMe),
    "ledger.write": command(SCHEMAS["ledger.write"], writeItem),
    "ledger.change": command(SCHEMAS["ledger.change"], changeItem),
    "ledger.publish": command(SCHEMAS["ledger.publish"], publishItem),
    "ledger.withdraw": command(SCHEMAS["ledger.withdraw"], withdrawItem),
    "ledger.link": command(SCHEMAS["ledger.link"], linkItems),
    "ledger.unlink": command(SCHEMAS["ledger.unlink"], unlinkItems),
    "ledger.ask-merge": command(SCHEMAS["ledger.ask-merge"], askMerge),
    "ledger.answer-merge": command(SCHEMAS["ledger.answer-merge"], answerMerge),
    "ledger.answer": command(SCHEMAS["ledger.answer"], answerItem),
    "ledger.progress": command(SCHEMAS["ledger.progress"], noteProgress),
    "ledger.aim": command(SCHEMAS["ledger.aim"], aimItem),
    "ledger.contest": command(SCHEMAS["ledger.contest"], contestAnswer),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
