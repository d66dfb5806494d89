import { useSyncExternalStore } from "react";
import { ago, exactTime } from "./time";

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

function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** A relative time, with the exact time as a tooltip. */
export function Time({ value }: { value: string }) {
  return (
    <time dateTime={value} title={exactTime(value)}>
      {ago(value, useNow())}
    </time>
  );
}
