import { navigate } from "../ui/navigation";

/** Whether this browser has service workers, here: it wants HTTPS, or this machine. */
export const hasServiceWorker = (): boolean => "serviceWorker" in navigator;

/** Installs the service worker, or its new version. Without one, only push and the page for when there is no connection are missing. */
export function installServiceWorker(): void {
  if (!hasServiceWorker() || !import.meta.env.PROD) return;
  navigator.serviceWorker.addEventListener("message", openPage);
  navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
}

/** Opens the page of a notification that was clicked on. */
function openPage({ data }: MessageEvent): void {
  const { open } = data as { open?: unknown };
  if (typeof open === "string" && open.startsWith("/")) navigate(open);
}
