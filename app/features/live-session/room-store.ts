import type { Refusal } from "#domain/kernel/result.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { receive, startRoom, type RoomMessage, type RoomState } from "./room-state.ts";
import { liveConnection, type RoomReader } from "./socket.ts";

/** A room as React reads it: a value that is replaced, and a way to be told. */
export type RoomStore<View> = {
  room: string;
  current: () => RoomState<View>;
  refusal: () => Refusal | undefined;
  subscribe: (listener: () => void) => () => void;
  /** Takes what a loader brought, if it is newer. */
  adopt: (initial: { view: View; seq: number }) => void;
  /** Shows what this browser just did, before or instead of being told. */
  patch: (changes: MergePatch) => void;
  open: () => () => void;
};

export function createRoomStore<View extends object>(
  room: string,
  initial: { view: View; seq: number },
): RoomStore<View> {
  let state = startRoom(initial);
  let refusal: Refusal | undefined;
  const listeners = new Set<() => void>();

  const tell = () => listeners.forEach((listener) => listener());
  const take = (message: RoomMessage) => {
    const next = receive(state, message);
    if (next === state) return;
    state = next;
    tell();
    if (state.behind) liveConnection.rejoin(reader);
  };
  const reader: RoomReader = {
    room,
    since: () => state.seq,
    onDelta: (delta) => take({ type: "delta", delta }),
    onHeartbeat: (seq) => take({ type: "heartbeat", seq }),
    onAnswer: (answer) => {
      const before = refusal;
      refusal = answer.ok ? undefined : answer.error;
      if (refusal !== before) tell();
      if (!answer.ok) return;
      if ("snapshot" in answer) take({ type: "snapshot", ...answer });
      else take({ type: "deltas", ...answer });
    },
  };

  return {
    room,
    current: () => state,
    refusal: () => refusal,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    adopt: ({ view, seq }) => take({ type: "loaded", view, seq }),
    patch: (changes) => take({ type: "own", changes }),
    open: () => liveConnection.enter(reader),
  };
}
