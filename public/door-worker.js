// A door goes on without a network: this keeps its page and the files it is made of, and nothing
// else. The list of names and the acts that wait are the page's own (door-store.ts).
const KEPT = "palabre-door-1";
/** A page older than a day is that of another day (ms). */
const OLD = 24 * 60 * 60_000;
/** A network that has not answered after this time is none (ms). */
const PATIENCE = 5_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** `{page, files}`: what the page at hand is made of. `{forget: true}`: the device is given back. */
self.addEventListener("message", (event) => {
  const { page, files } = event.data;
  event.waitUntil(event.data.forget ? caches.delete(KEPT) : keep(page, files));
});

async function keep(page, files) {
  const kept = await caches.open(KEPT);
  const known = (await kept.keys()).map(({ url }) => url);
  const missing = files.filter((file) => !known.includes(file));
  await Promise.all(missing.map((file) => kept.add(file).catch(() => undefined)));
  await keepPage(kept, page).catch(() => undefined);
  // Files of an earlier build of this page.
  const old = known.filter((url) => isFile(new URL(url)) && !files.includes(url));
  await Promise.all(old.map((url) => kept.delete(url)));
}

async function keepPage(kept, page) {
  const response = await fetch(page, { credentials: "same-origin" });
  if (isGood(response)) await kept.put(page, response);
}

/** Not the way in, where somebody was signed out, nor a refusal. */
function isGood(response) {
  return response.ok && !response.redirected && response.type === "basic";
}

function isFile({ pathname }) {
  return pathname.startsWith("/assets/");
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isFile(url)) event.respondWith(fileOf(request));
  else if (request.mode === "navigate" && isDoor(url)) event.respondWith(pageOf(request, url));
});

/** The scope begins so for neighbours too: `/live-session/a/door.data`. */
function isDoor({ pathname }) {
  return pathname.replace(/\/$/, "") === new URL(self.registration.scope).pathname;
}

/** Names carry a hash of the content: what is kept is right. */
async function fileOf(request) {
  return (await caches.match(request.url, { cacheName: KEPT })) ?? fetch(request);
}

/** The page of the network; where there is none, the one that was kept. */
async function pageOf(request, url) {
  const fresh = fetch(request);
  const patience = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([fresh, patience]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await keptPage(url)) ?? fresh;
}

/** A search is not kept: this door's page as it begins stands for it. */
async function keptPage({ origin, pathname, searchParams }) {
  const site = searchParams.get("site");
  const address = `${origin}${pathname}${site ? `?site=${encodeURIComponent(site)}` : ""}`;
  const kept = await caches.open(KEPT);
  const page = (await kept.match(address)) ?? (await kept.match(address, { ignoreSearch: true }));
  const made = Date.parse(page?.headers.get("Date") ?? "");
  return Date.now() - made < OLD ? page : undefined;
}
