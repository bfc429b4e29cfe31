import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Asks for the page's data again, so many ms after the last answer, while `active`. */
export function usePolling(active: boolean, everyMs: number): void {
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (!active || state !== "idle") return undefined;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [active, everyMs, state, revalidate]);
}
