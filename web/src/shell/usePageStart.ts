import { useEffect, useRef } from "react";
import { arrival, currentEntry, usePath } from "../ui/navigation";

/** The scroll position of each page, by history entry. */
const offsets = new Map<string, number>();

/** Starts a new page at its top with the focus on it; restores the scroll position of an earlier one. */
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
    // The old page shrinks while the URL is already that of the next.
    if (currentEntry() === entry) offsets.set(entry, window.scrollY);
  };
  remember();
  window.addEventListener("scroll", remember, { passive: true });
  return () => window.removeEventListener("scroll", remember);
}
