import { useCallback } from "react";
import type { CommandMap, CommandType } from "#wire/commands.ts";
import type { CommandAnswer } from "#wire/protocol.ts";
import { newCommandId } from "./command-id.ts";
import { liveConnection, NEWS_ROOM_NAME } from "./socket.ts";

/**
 * Sends a command until the server acknowledges it: the same id each time, across reconnects, so
 * that it has one effect. Resolves with the server's answer and never rejects. A form that could
 * also be posted hands in the id it would be posted with.
 */
export function sendCommand<T extends CommandType>(
  type: T,
  payload: CommandMap[T]["payload"],
  id: string = newCommandId(),
): Promise<CommandAnswer<CommandMap[T]["result"]>> {
  return liveConnection.send({ id, type, payload }) as Promise<
    CommandAnswer<CommandMap[T]["result"]>
  >;
}

/**
 * How a page acts live. `canSend()` is false where no WebSocket ever worked, and on a page without
 * a room of its own, which would not hear what became of the act (the news that every page counts
 * tell it nothing): then the form's own POST must do it. Once one worked, a command waits for the
 * connection instead of being sent twice.
 */
export function useCommand(): { canSend: () => boolean; send: typeof sendCommand } {
  const canSend = useCallback(
    () =>
      liveConnection.everConnected &&
      liveConnection.refusal === undefined &&
      liveConnection.readsBesides(NEWS_ROOM_NAME),
    [],
  );
  return { canSend, send: sendCommand };
}
