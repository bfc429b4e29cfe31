// A page that goes on without a network: this keeps the page of its scope and the files it is made
// of, and nothing else. What people write and what waits to be sent are kept by the page itself.
const SCOPE = new URL(self.registration.scope).pathname;
/** One store a page: giving one back takes nothing from another. */
const KEPT = `palabre-kept-1 ${SCOPE}`;
/** A page older than a day is that of another day (ms). */
const OLD = 24 * 60 * 60_000;
/** A network that has not answered after this time is none (ms). */
const PATIENCE = 5_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** `{page, files}`: what the page at hand is made of. `{forget: true}`: nothing is kept any more. */
self.addEventListener("message", (event) => {
  const { page, files } = event.data;
  const done = event.data.forget ? forget() : keep(page, files);
  event.waitUntil(done.then((kept) => event.ports[0]?.postMessage(kept)));
});

async function forget() {
  await caches.delete(KEPT);
  await self.registration.unregister();
}

async function keep(page, files) {
  const kept = await caches.open(KEPT);
  const known = (await kept.keys()).map(({ url }) => url);
  const missing = files.filter((file) => !known.includes(file));
  await Promise.all(missing.map((file) => kept.add(file).catch(() => undefined)));
  const isKept = await keepPage(kept, page).catch(() => false);
  // Files of an earlier build of this page.
  const old = known.filter((url) => isFile(new URL(url)) && !files.includes(url));
  await Promise.all(old.map((url) => kept.delete(url)));
  return isKept;
}

async function keepPage(kept, page) {
  const response = await fetch(page, { credentials: "same-origin" });
  if (!isGood(response)) return false;
  await kept.put(page, response);
  return true;
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
  else if (request.mode === "navigate" && isOurs(url)) event.respondWith(pageOf(request, url));
});

/** The scope begins so for neighbours too: `/live-session/a/door.data`. */
function isOurs({ pathname }) {
  return pathname.replace(/\/$/, "") === SCOPE;
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

/** A search is not kept: the page as it begins stands for it (a door's, of the site at hand). */
async function keptPage({ searchParams }) {
  const kept = await caches.open(KEPT);
  const pages = (await kept.keys()).filter(({ url }) => isOurs(new URL(url)));
  const asksFor = ([name, value]) => searchParams.get(name) === value;
  const found =
    pages.find(({ url }) => [...new URL(url).searchParams].every(asksFor)) ?? pages.at(0);
  const page = found && (await kept.match(found));
  const made = Date.parse(page?.headers.get("Date") ?? "");
  return Date.now() - made < OLD ? page : undefined;
}
