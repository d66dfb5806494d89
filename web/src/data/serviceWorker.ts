/** Whether this browser has service workers, here: it wants HTTPS, or this machine. */
export const hasServiceWorker = (): boolean => "serviceWorker" in navigator;

/** Installs the service worker, or its new version. Without one, only the page for when there is no connection is missing. */
export function installServiceWorker(): void {
  if (!hasServiceWorker() || !import.meta.env.PROD) return;
  navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
}
