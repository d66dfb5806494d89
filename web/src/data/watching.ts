import { useEffect } from "react";
import { Cell } from "../api/cell";

/** The server takes no more at once. */
const MAXIMUM = 100;

/** The tweets on the screen, the same one perhaps in several places. */
const places = new Map<string, number>();
export const watchedIds = new Cell<readonly string[]>([]);
let told = false;

/** Asks for the counts of a tweet for as long as it is shown. */
export function useWatched(id: string): void {
  useEffect(() => {
    places.set(id, (places.get(id) ?? 0) + 1);
    tellSoon();
    return () => {
      const left = (places.get(id) ?? 1) - 1;
      if (left === 0) places.delete(id);
      else places.set(id, left);
      tellSoon();
    };
  }, [id]);
}

/** Scrolling changes the screen many times in a moment, of which only the last is of interest. */
function tellSoon(): void {
  if (told) return;
  told = true;
  setTimeout(() => {
    told = false;
    watchedIds.set([...places.keys()].slice(-MAXIMUM));
  }, 400);
}
