import type { Refusal } from "#domain/kernel/result.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import {
  receive,
  startRoom,
  UNJOINED,
  type LoadedView,
  type RoomMessage,
  type RoomState,
} from "./room-state.ts";
import type { RoomReader, Seat } from "./room-reader.ts";
import { liveConnection } from "./socket.ts";

/** A room as React reads it: a value that is replaced, and a way to be told. */
export type RoomStore<View> = {
  room: string;
  current: () => RoomState<View>;
  refusal: () => Refusal | undefined;
  subscribe: (listener: () => void) => () => void;
  /** Takes what a loader brought, if it is newer. */
  adopt: (initial: LoadedView<View>) => void;
  /** Shows what this browser just did, before or instead of being told. */
  patch: (changes: MergePatch) => void;
  open: () => () => void;
};

export function createRoomStore<View extends object>(
  room: string,
  initial: LoadedView<View>,
): RoomStore<View> {
  let state = startRoom(initial);
  let refusal: Refusal | undefined;
  let seat: Seat | undefined;
  const listeners = new Set<() => void>();

  const tell = () => listeners.forEach((listener) => listener());
  const take = (message: RoomMessage) => {
    const next = receive(state, message);
    if (next === state) return;
    state = next;
    tell();
    if (state.behind) seat?.rejoin();
  };
  const reader: RoomReader = {
    room,
    since: () => (state.seq === UNJOINED ? undefined : state.seq),
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
    adopt: (loaded) => take({ type: "loaded", ...loaded }),
    patch: (changes) => take({ type: "own", changes }),
    open: () => {
      const taken = liveConnection.enter(reader);
      seat = taken;
      return taken.leave;
    },
  };
}
