import { useEffect, useRef } from "react";
import { arrival, currentEntry, usePath } from "../ui/navigation";

/** How far down the reader was on each page, by the entry of the browser's history. */
const offsets = new Map<string, number>();

/** A new page begins at its top, and is what keyboards and screen readers go on from; one that is returned to is where it was. */
export function usePageStart(): void {
  const path = usePath();
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) start();
    before.current = path;
    return remembering(currentEntry());
  }, [path]);
}

function start(): void {
  const how = arrival();
  if (how === "beside") return;
  window.scrollTo(0, how === "returned" ? (offsets.get(currentEntry()) ?? 0) : 0);
  document.getElementById("main")?.focus({ preventScroll: true });
}

function remembering(entry: string): () => void {
  const remember = () => {
    // A page that is being left shrinks under the next one's address.
    if (currentEntry() === entry) offsets.set(entry, window.scrollY);
  };
  remember();
  window.addEventListener("scroll", remember, { passive: true });
  return () => window.removeEventListener("scroll", remember);
}
