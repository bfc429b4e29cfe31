import { createContext, useContext, type ReactNode } from "react";
import { useServerNow } from "../use-room.ts";

const Now = createContext<number | undefined>(undefined);

type ServerClockProps = {
  /** The server's instant at which the page was loaded (ms since epoch). */
  loadedAt: number;
  children: ReactNode;
};

/** The server's clock for a whole page, by the second. Only what reads it is drawn again. */
export function ServerClock({ loadedAt, children }: ServerClockProps) {
  return <Now.Provider value={useServerNow(loadedAt)}>{children}</Now.Provider>;
}

/** Now, on the server's clock (ms since epoch); undefined on a page that does not know it. */
export function useClock(): number | undefined {
  return useContext(Now);
}
