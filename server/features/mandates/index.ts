import type { Actor } from "#domain/kernel/actor.ts";
import { MANDATE_COMMANDS as SCHEMAS } from "#wire/mandates.ts";
import type { Platform } from "../../platform/platform.ts";
import {
  type CommandHandler,
  type CommandHandlers,
  commandsOn,
  defineCommand,
} from "../../realtime/command-handler.ts";
import { actOnMandate } from "./answer-mandate.ts";
import { giveMandate } from "./give-mandate.ts";
import { mandatesPage } from "./queries.ts";
import { registerMandate } from "./register-mandate.ts";

/** Proxies: given, accepted, ended, listed. Who votes by one is asked where votes are taken. */
export function createMandatesFeature(platform: Platform) {
  const act = (name: "accept" | "decline" | "revoke") =>
    defineCommand({
      schema: SCHEMAS[`mandate.${name}`],
      handle: (actor: Actor, payload: { mandateId: string }) =>
        actOnMandate(platform, actor, name, payload),
    });
  const command = commandsOn(platform);
  const commands: CommandHandlers = {
    "mandate.give": command(SCHEMAS["mandate.give"], giveMandate),
    "mandate.register": command(SCHEMAS["mandate.register"], registerMandate),
    "mandate.accept": act("accept"),
    "mandate.decline": act("decline"),
    "mandate.revoke": act("revoke"),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
  return {
    page: (actor: Actor, slug: string) => mandatesPage(platform.pool, actor, slug),
    commands,
  };
}
