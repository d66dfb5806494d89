import { useEffect } from "react";
import { Cell, useCell } from "../api/cell";
import { loadCapabilities } from "./capabilities";

const KEY = "roost.no-search";

/** What is on the screen first has the network to itself for this time. */
const PAUSE = 1_000;

/**
 * Whether the server searches tweets, and not only users and hashtags. Nearly all do; where one does not, the next visit
 * knows it from the start.
 */
const isOffered = new Cell(!wasMissing());

export function useSearchesTweets(): boolean {
  return useCell(isOffered);
}

export function searchesTweets(): boolean {
  return isOffered.get();
}

/** Asks the server once, soon after the start. */
export function useSearchCheck(): void {
  useEffect(() => {
    const timer = setTimeout(() => void check().catch(() => undefined), PAUSE);
    return () => clearTimeout(timer);
  }, []);
}

async function check(): Promise<void> {
  const { search } = await loadCapabilities();
  isOffered.set(search !== undefined);
  try {
    if (search === undefined) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage, each visit finds out anew.
  }
}

function wasMissing(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
