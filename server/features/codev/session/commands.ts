import { CODEV_SESSION_COMMANDS as SCHEMAS } from "#wire/codev-session.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn, defineCommand } from "../../../realtime/command-handler.ts";
import type { GroupTexts } from "../group-key.ts";
import { act } from "./act.ts";
import { attend } from "./attend.ts";
import { chooseClient } from "./choose-client.ts";
import { closeSession } from "./close-session.ts";
import { planMinutes } from "./plan-minutes.ts";
import { park, unpark, writeContract, writeNote } from "./write-texts.ts";

/** The live commands of a session. */
export function codevSessionCommands(platform: Platform, texts: GroupTexts): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "codev-session.act": command(SCHEMAS["codev-session.act"], act),
    "codev-session.attend": command(SCHEMAS["codev-session.attend"], attend),
    "codev-session.choose-client": command(SCHEMAS["codev-session.choose-client"], chooseClient),
    "codev-session.contract": defineCommand({
      schema: SCHEMAS["codev-session.contract"],
      handle: (actor, input) => writeContract(platform, texts, actor, input),
    }),
    "codev-session.note": defineCommand({
      schema: SCHEMAS["codev-session.note"],
      handle: (actor, input) => writeNote(platform, texts, actor, input),
    }),
    "codev-session.park": defineCommand({
      schema: SCHEMAS["codev-session.park"],
      handle: (actor, input) => park(platform, texts, actor, input),
    }),
    "codev-session.unpark": defineCommand({
      schema: SCHEMAS["codev-session.unpark"],
      handle: (actor, input) => unpark(platform, texts, actor, input),
    }),
    "codev-session.plan": command(SCHEMAS["codev-session.plan"], planMinutes),
    "codev-session.close": defineCommand({
      schema: SCHEMAS["codev-session.close"],
      handle: (actor, input) => closeSession(platform, texts, actor, input),
    }),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
