import { useEffect, useState, useSyncExternalStore } from "react";
import type { Refusal } from "#domain/kernel/result.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import type { LoadedView } from "./room-state.ts";
import { createRoomStore } from "./room-store.ts";
import { liveConnection, type LiveStatus } from "./socket.ts";

export type Room<View> = {
  view: View;
  seq: number;
  /** Why this room is closed to the reader, if it is. */
  refusal: Refusal | undefined;
  /** Shows what this browser just did, before or instead of being told. */
  patch: (changes: MergePatch) => void;
};

/**
 * A live view: begins with what the page was loaded with, follows the room while the page is
 * open, and is right again by itself after any loss. Without JavaScript it is the loaded view.
 */
export function useRoom<View extends object>(room: string, initial: LoadedView<View>): Room<View> {
  const [store, setStore] = useState(() => createRoomStore(room, initial));
  if (store.room !== room) setStore(createRoomStore(room, initial));

  useEffect(() => store.open(), [store]);
  const { view: loadedView, seq: loadedSeq } = initial;
  useEffect(
    () => store.adopt({ view: loadedView, ...(loadedSeq === undefined ? {} : { seq: loadedSeq }) }),
    [store, loadedView, loadedSeq],
  );

  const { view, seq } = useSyncExternalStore(store.subscribe, store.current, store.current);
  const refusal = useSyncExternalStore(store.subscribe, store.refusal, store.refusal);
  return { view, seq, refusal, patch: store.patch };
}

/** How the tab's live connection is doing. */
export function useLiveStatus(): { status: LiveStatus; refusal: Refusal | undefined } {
  const status = useSyncExternalStore(
    liveConnection.subscribe,
    () => liveConnection.status,
    (): LiveStatus => "connecting",
  );
  const refusal = useSyncExternalStore(
    liveConnection.subscribe,
    () => liveConnection.refusal,
    () => undefined,
  );
  return { status, refusal };
}

/** The server's clock, for timers; the loader's instant until the page is live. */
export function useServerNow(loadedAt: number, everyMs = 1_000): number {
  const [now, setNow] = useState(loadedAt);
  useEffect(() => {
    const tick = setInterval(() => setNow(liveConnection.now()), everyMs);
    return () => clearInterval(tick);
  }, [everyMs]);
  return now;
}
