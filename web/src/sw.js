// The service worker shows a page of its own while there is no connection. It answers nothing else: the client, its files and
// the API always come from the server, so that no old version and nobody's data stay behind.
const SHELL = ["/offline.html", "/offline.css", "/offline.js", "/favicon.svg"];
// The build replaces this by a hash of these files, so that a changed one makes a new service worker.
const CACHE = "roost-shell-VERSION";

self.addEventListener("install", (event) => event.waitUntil(keepShell()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && !pathname.startsWith("/api/")) event.respondWith(page(event));
  else if (SHELL.includes(pathname)) event.respondWith(fetch(event.request).catch(() => kept(pathname)));
});

async function keepShell() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.map((path) => new Request(path, { cache: "reload" })));
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  // The browser asks for a page while the service worker starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return kept("/offline.html");
  }
}

async function kept(path) {
  return (await caches.match(path)) ?? Response.error();
}
