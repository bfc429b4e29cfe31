import { useRevalidator } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { talkRoom } from "#domain/smartlab/discussion/talk-room.ts";
import { useLiveStatus, useRoom } from "#app/features/live-session/use-room.ts";
import type { TalkRoomView } from "#wire/lab-talk.ts";

const NOTHING_YET = { view: { revision: 0, threads: {} } as TalkRoomView };

/**
 * Reads the page again when the group said something that it does not show. A page that nobody
 * looks at waits: what it would show would count as read.
 */
export function useFreshTalk(labId: string, isBehind: (room: TalkRoomView) => boolean): void {
  const { view } = useRoom<TalkRoomView>(talkRoom(labId), NOTHING_YET);
  const { status } = useLiveStatus();
  const { state, revalidate } = useRevalidator();
  const seen = useIsSeen();
  const due = isBehind(view) && seen && status === "connected" && state === "idle";
  useEffect(() => {
    if (due) revalidate();
  }, [due, revalidate]);
}

function useIsSeen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener("visibilitychange", listener);
      return () => document.removeEventListener("visibilitychange", listener);
    },
    () => document.visibilityState === "visible",
    () => false,
  );
}
