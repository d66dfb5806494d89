import { Cell } from "./cell";

/** Counts how often the connection came back; what failed without it tries again then. */
export const recovered = new Cell(0);

export function connectionIsBack(): void {
  recovered.update((times) => times + 1);
}

const PROBE = "/favicon.svg";
const PAUSE = 5_000;

/** Finds out when an unreachable server is back, for pages without a stream. Returns what ends it. */
export function awaitServer(): () => void {
  const timer = setInterval(() => void probe(), PAUSE);
  window.addEventListener("online", connectionIsBack);
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", connectionIsBack);
  };
}

async function probe(): Promise<void> {
  try {
    const { ok } = await fetch(PROBE, { method: "HEAD", cache: "no-store" });
    if (ok) connectionIsBack();
  } catch {
    // Not yet.
  }
}
