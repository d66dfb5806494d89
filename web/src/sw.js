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

self.addEventListener("push", (event) => event.waitUntil(show(event.data.json())));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

/** Of what is about the same, only the latest is shown; just new messages make a sound again. */
async function show({ type, title, body, path, tag, unread, at }) {
  await self.registration.showNotification(title, {
    body,
    tag,
    renotify: type === "message",
    icon: "/icons/icon-192.png",
    badge: "/icons/badge-96.png",
    timestamp: Date.parse(at),
    data: { path },
  });
  if (unread !== undefined) await self.navigator.setAppBadge?.(unread);
}

/** Opens a page of Roost, in the window that is there, if there is one. */
async function open(path) {
  const windows = await self.clients.matchAll({ type: "window" });
  const [window] = windows.sort((one, other) => Number(other.focused) - Number(one.focused));
  if (window === undefined) {
    await self.clients.openWindow(path);
  } else {
    await window.focus();
    window.postMessage({ open: path });
  }
}

/** The push service has replaced the subscription: the server must know. */
async function renew({ oldSubscription, newSubscription }) {
  const options = oldSubscription?.options;
  const renewed = newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  if (!renewed) return;
  const { endpoint, keys } = renewed.toJSON();
  const headers = { "content-type": "application/json" };
  await fetch("/api/roost/v1/push-subscriptions", { method: "POST", headers, body: JSON.stringify({ endpoint, keys }) });
}
