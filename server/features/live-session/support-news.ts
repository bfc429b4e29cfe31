import type { Log } from "../../platform/log.ts";
import type { WakeBus } from "../../platform/wake.ts";
import { chunksOfPersons, sessionRoomName } from "./session-room.ts";

/** Least time between two announcements of one assembly's supports (ms). */
const PAUSE_MS = 250;

/**
 * Tells rooms that supports changed: at once for the first, then gathered, a few times a second.
 * Nothing is lost with a lost announcement: rooms read the counters, which are in the database.
 */
export function createSupportNews(wake: WakeBus, log: Log) {
  const waiting = new Map<string, Set<string>>();

  function publish(assemblyId: string, persons: Iterable<string>): void {
    for (const part of chunksOfPersons(persons)) {
      wake
        .publish("room", { room: sessionRoomName(assemblyId), persons: part })
        .catch((error: Error) => log.warn({ message: error.message }, "supports not announced"));
    }
  }

  function later(assemblyId: string): void {
    setTimeout(() => {
      const persons = waiting.get(assemblyId);
      waiting.delete(assemblyId);
      if (!persons?.size) return;
      publish(assemblyId, persons);
      waiting.set(assemblyId, new Set());
      later(assemblyId);
    }, PAUSE_MS).unref();
  }

  return {
    tell: (assemblyId: string, personId: string): void => {
      const persons = waiting.get(assemblyId);
      if (persons) {
        persons.add(personId);
        return;
      }
      publish(assemblyId, [personId]);
      waiting.set(assemblyId, new Set());
      later(assemblyId);
    },
  };
}
