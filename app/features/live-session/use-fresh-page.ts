import { useRevalidator } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { useLiveStatus, useRoom } from "./use-room.ts";

/**
 * Reads the page again when its room says that something happened which it does not show. For rooms
 * that tell that, and never what. A page that nobody looks at waits: what it would show would count
 * as read. `nothingYet`: one and the same object at every drawing.
 */
export function useFreshPage<View extends object>(
  room: string,
  nothingYet: { view: View },
  isBehind: (room: View) => boolean,
): void {
  const { view } = useRoom<View>(room, nothingYet);
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
