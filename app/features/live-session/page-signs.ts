export type PageSigns = { woke: () => void; online: () => void; offline: () => void };

/**
 * What a browser says of sleep, a closed lid or a tunnel. It comes sooner than any timeout: timers
 * stand still while a device sleeps.
 */
export function listenToPage({ woke, online, offline }: PageSigns): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") woke();
  });
  window.addEventListener("pageshow", woke);
  window.addEventListener("online", online);
  window.addEventListener("offline", offline);
}
