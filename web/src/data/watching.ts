import { useEffect } from "react";
import { Cell } from "../api/cell";

/** The server accepts no more. */
const MAXIMUM = 100;

/** The tweets on the screen, with the number of places that show each. */
const places = new Map<string, number>();
export const watchedIds = new Cell<readonly string[]>([]);
let scheduled = false;

/** Watches the counts of a tweet while it is shown. */
export function useWatched(id: string): void {
  useEffect(() => {
    places.set(id, (places.get(id) ?? 0) + 1);
    updateSoon();
    return () => {
      const left = (places.get(id) ?? 1) - 1;
      if (left === 0) places.delete(id);
      else places.set(id, left);
      updateSoon();
    };
  }, [id]);
}

/** Scrolling changes the screen many times in a moment; only the last change matters. */
function updateSoon(): void {
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    watchedIds.set([...places.keys()].slice(-MAXIMUM));
  }, 400);
}
