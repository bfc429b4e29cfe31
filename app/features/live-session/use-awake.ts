import { useEffect } from "react";

/** Keeps the display on while the page is shown, where the browser knows how. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      try {
        lock = await navigator.wakeLock.request("screen");
      } catch {
        // A device on low power may refuse; the page works all the same.
      }
    };
    const askAgain = () => void ask();
    askAgain();
    document.addEventListener("visibilitychange", askAgain);
    return () => {
      document.removeEventListener("visibilitychange", askAgain);
      void lock?.release();
    };
  }, []);
}
