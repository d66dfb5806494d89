import { useSyncExternalStore } from "react";

const TICK = 30_000;

let now = Date.now();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// One clock for all times on the page.
setInterval(() => {
  now = Date.now();
  listeners.forEach((listener) => listener());
}, TICK);

/** The time, to within half a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
