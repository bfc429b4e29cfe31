import { useSyncExternalStore } from "react";
import { ConnectionBadge } from "#app/ui/connection-badge.tsx";
import { useLiveStatus } from "./use-room.ts";

const never = () => () => undefined;

/** Whether the page is live. Where no script runs nothing will connect, and nothing says so. */
export function LiveBadge({ quiet = false }: { quiet?: boolean }) {
  const { status } = useLiveStatus();
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const shown = scripted && !(quiet && status === "connected");
  return shown ? <ConnectionBadge state={status} /> : null;
}
