import { useLiveStatus } from "./use-room.ts";

/** Whether the connection is away just now: an act then waits for it instead of failing. */
export function useIsCut(): boolean {
  const { status } = useLiveStatus();
  return status === "reconnecting" || status === "offline";
}
