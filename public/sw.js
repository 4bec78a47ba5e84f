// Keeps one complete version of the page for use without a network.
//
// Invariants: a version is stored whole, each file checked against its SHA-256, or not at all; a
// new version waits until the user accepts it (never skipWaiting on install); the old version is
// kept until the new one has taken over. `cargo xtask dist` writes the next two lines.
const BUILD = "development";
const FILES = {};

const SCOPE = self.registration.scope;
// Several apps, and several copies of this one, may share the origin of a project host.
const OURS = `huddle ${SCOPE} `;
const CACHE = OURS + BUILD;
const BELOW = Symbol("below the folder");

self.addEventListener("install", (event) => event.waitUntil(storeAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => { if (event.data === "skip-waiting") self.skipWaiting(); });
self.addEventListener("fetch", (event) => {
  const path = storedPath(event.request);
  if (path === BELOW) event.respondWith(Response.redirect(SCOPE));
  else if (path) event.respondWith(answer(path, event.request));
});

async function storeAll() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([path, sha256]) => store(cache, path, sha256)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function store(cache, path, sha256) {
  const url = address(path);
  const earlier = await caches.match(url);
  const body = await checked(earlier, sha256) ?? await checked(await fetch(url, { cache: "reload" }), sha256);
  if (!body) throw new Error(`${path} is not the file of version ${BUILD}`);
  const type = path.endsWith(".html") ? "text/html; charset=utf-8" : body.type;
  await cache.put(url, new Response(body.bytes, { headers: { "Content-Type": type } }));
}

/** The bytes of a response if they are the ones listed. */
async function checked(response, sha256) {
  if (!response?.ok) return undefined;
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex === sha256 ? { bytes, type: response.headers.get("Content-Type") ?? "" } : undefined;
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Which stored file answers a request; none for `version.json` and everything unknown. A page below
 *  the folder is `BELOW`: its files would be looked for there, so the browser is sent to the folder. */
function storedPath(request) {
  const url = new URL(request.url);
  const place = new URL(SCOPE);
  if (request.method !== "GET" || url.origin !== place.origin || !url.pathname.startsWith(place.pathname)) return undefined;
  const path = url.pathname.slice(place.pathname.length);
  if (Object.hasOwn(FILES, path)) return path;
  if (request.mode !== "navigate" || path === "version.json") return undefined;
  return path === "" ? "index.html" : BELOW;
}

async function answer(path, request) {
  const cache = await caches.open(CACHE);
  return await cache.match(address(path)) ?? fetch(request);
}

function address(path) { return new URL(path, SCOPE).href; }
