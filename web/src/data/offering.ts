import { useEffect } from "react";
import { loadCapabilities } from "./capabilities";
import { searching } from "./searching";
import { trending } from "./trends";

/** What is on the screen first has the network to itself for this time. */
const PAUSE = 1_000;

/** Asks the server once, soon after the start, what it offers. */
export function useOfferCheck(): void {
  useEffect(() => {
    const timer = setTimeout(() => void check().catch(() => undefined), PAUSE);
    return () => clearTimeout(timer);
  }, []);
}

async function check(): Promise<void> {
  const { search, trends } = await loadCapabilities();
  searching.told(search !== undefined);
  trending.told(trends);
}
