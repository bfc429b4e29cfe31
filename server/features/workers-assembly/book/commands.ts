import { WORKERS_BOOK_COMMANDS as SCHEMAS } from "#wire/workers-book.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { publishBook, writeBook } from "./edit.ts";
import { signBook, unsignBook } from "./sign.ts";
import { transmitBook } from "./transmit.ts";

/** The acts of the book of demands: what each carries and which use-case it is. */
export function bookCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);
  return {
    "workers-book.write": command(SCHEMAS["workers-book.write"], writeBook),
    "workers-book.publish": command(SCHEMAS["workers-book.publish"], publishBook),
    "workers-book.transmit": command(SCHEMAS["workers-book.transmit"], transmitBook),
    "workers-book.sign": command(SCHEMAS["workers-book.sign"], signBook),
    "workers-book.unsign": command(SCHEMAS["workers-book.unsign"], unsignBook),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
