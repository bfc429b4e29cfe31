import { createContext, useContext, type ReactNode } from "react";
import { useServerNow } from "../use-room.ts";

const Now = createContext(0);

type ServerClockProps = {
  /** The server's instant at which the page was loaded (ms since epoch). */
  loadedAt: number;
  children: ReactNode;
};

/** The server's clock for a whole page, by the second. Only what reads it is drawn again. */
export function ServerClock({ loadedAt, children }: ServerClockProps) {
  return <Now.Provider value={useServerNow(loadedAt)}>{children}</Now.Provider>;
}

/** Now, on the server's clock (ms since epoch). */
export function useClock(): number {
  return useContext(Now);
}
