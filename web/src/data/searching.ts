import { useCell } from "../api/cell";
import { Offer } from "./offers";

/** Whether the server searches tweets, and not only users and hashtags. Nearly all do. */
export const searching = new Offer("roost.no-search", true);

export function useSearchesTweets(): boolean {
  return useCell(searching.isOffered);
}

export function searchesTweets(): boolean {
  return searching.isOffered.get();
}
