/** The worker that keeps a page (public/kept-page-worker.js): one of its own for each scope. */
const WORKER = "/kept-page-worker.js";

/**
 * Keeps a page and everything it has loaded, so that it opens again without a network. `scope` is
 * its path; `page` the address whose answer is kept, with what should not lie on a device left out.
 * True once it is.
 */
export async function keepPage(scope: string, page: string): Promise<boolean> {
  const worker = await workerOf(scope).catch(() => null);
  if (!worker) return false;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith("/assets/"));
  const what = {
    page: new URL(page, location.origin).href,
    files: [...new Set([...files, ...linkedFiles(), ...fontFiles()])],
  };
  const { port1, port2 } = new MessageChannel();
  return new Promise((kept) => {
    port1.onmessage = ({ data }) => kept(data === true);
    worker.postMessage(what, [port2]);
  });
}

/** The device is given back, or there is nothing left to do on it. */
export async function forgetPage(scope: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const kept = await navigator.serviceWorker.getRegistration(scope);
  // A wider scope may answer for this one.
  if (kept && new URL(kept.scope).pathname === scope) kept.active?.postMessage({ forget: true });
}

/** Nobody is signed in here any more: no page of anybody stays. */
export async function forgetAllPages(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  for (const kept of await navigator.serviceWorker.getRegistrations()) {
    kept.active?.postMessage({ forget: true });
  }
}

/** The store of a page, as the worker names it. */
const storeOf = (scope: string) => `palabre-kept-1 ${scope}`;

/** Keeps bytes beside a page that is kept: they go when it goes. */
export async function keepBeside(scope: string, name: string, bytes: Uint8Array): Promise<void> {
  const store = await caches.open(storeOf(scope));
  await store.put(`${scope}/${name}`, new Response(bytes.slice().buffer));
}

export async function keptBeside(scope: string, name: string): Promise<Uint8Array | undefined> {
  const kept = await caches.match(`${scope}/${name}`, { cacheName: storeOf(scope) });
  return kept && new Uint8Array(await kept.arrayBuffer());
}

async function workerOf(scope: string): Promise<ServiceWorker | null> {
  // Absent where the page did not come safely, or the browser keeps nothing.
  if (!("serviceWorker" in navigator)) return null;
  const kept = await navigator.serviceWorker.register(WORKER, { scope, updateViaCache: "none" });
  // Not `ready`: that asks for the address at which the document came, before any link was followed.
  return kept.active ?? activated(kept.waiting ?? kept.installing);
}

function activated(worker: ServiceWorker | null): Promise<ServiceWorker | null> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker?.state === "activated") resolve(worker);
      if (!worker || worker.state === "redundant") resolve(null);
    };
    worker?.addEventListener("statechange", look);
    look();
  });
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
