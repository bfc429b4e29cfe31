/** The worker that keeps a door's page (public/door-worker.js), for that page alone. */
async function workerOf(slug: string): Promise<ServiceWorker | null> {
  // Absent where the page did not come safely, or the browser keeps nothing.
  if (!("serviceWorker" in navigator)) return null;
  const scope = `/live-session/${slug}/door`;
  await navigator.serviceWorker.register("/door-worker.js", { scope, updateViaCache: "none" });
  return (await navigator.serviceWorker.ready).active;
}

/**
 * Keeps this door's page and everything it has loaded, so that it opens again without a network. What
 * a search showed is not kept.
 */
export async function keepDoorPage(slug: string, site: string): Promise<void> {
  const worker = await workerOf(slug).catch(() => null);
  if (!worker) return;
  // The reader of codes is loaded when a camera is first opened: that may be too late.
  await import("jsqr").catch(() => undefined);
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith("/assets/"));
  const page = `${location.origin}${location.pathname}?site=${encodeURIComponent(site)}`;
  worker.postMessage({ page, files: [...new Set([...files, ...linkedFiles(), ...fontFiles()])] });
}

/** Those that came before anything was counted, or from the browser's own store. */
function linkedFiles(): string[] {
  const linked = document.querySelectorAll<HTMLLinkElement>(
    'link[rel="stylesheet"], link[rel="modulepreload"], link[rel="preload"]',
  );
  return [...linked].map(({ href }) => href).filter((href) => href.includes("/assets/"));
}

/** Every font, also of letters that no name had so far. */
function fontFiles(): string[] {
  return [...document.styleSheets].flatMap(({ cssRules, href }) =>
    [...cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map(({ cssText }) => /url\("([^"]+)"\)/.exec(cssText)?.[1])
      .filter((address) => address !== undefined)
      .map((address) => new URL(address, href ?? location.href).href),
  );
}

/** The device is given back. */
export async function forgetDoorPage(slug: string): Promise<void> {
  const worker = await workerOf(slug).catch(() => null);
  worker?.postMessage({ forget: true });
}
