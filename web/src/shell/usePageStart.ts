import { useEffect, useRef } from "react";
import { places } from "../ui/VirtualList";
import { arrival, currentEntry, useAddress } from "../ui/navigation";

interface Start {
  offset: number;
  /** The row that had the focus. */
  row?: string | undefined;
}

/** The scroll position and the focus of each page, by history entry. */
const starts = new Map<string, Start>();

/** Starts a new page at its top with the focus on it; restores the scroll position and the focus of an earlier one. */
export function usePageStart(): void {
  const address = useAddress();
  const before = useRef(address);
  useEffect(() => {
    if (before.current !== address) start();
    before.current = address;
    return remembering(currentEntry());
  }, [address]);
}

function start(): void {
  const how = arrival();
  if (how === "beside") return;
  const earlier = how === "returned" ? starts.get(currentEntry()) : undefined;
  const listed = how === "returned" ? places.get(currentEntry())?.offset : undefined;
  window.scrollTo(0, earlier?.offset ?? listed ?? 0);
  focus(earlier?.row);
}

/** The rows of a list appear once it knows its position. */
function focus(row: string | undefined): void {
  const main = document.getElementById("main");
  main?.focus({ preventScroll: true });
  if (row === undefined) return;
  requestAnimationFrame(() => {
    const element = main?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    if (document.activeElement === main) element?.focus({ preventScroll: true });
  });
}

function remembering(entry: string): () => void {
  const remember = (more: Partial<Start>) => {
    // The old page shrinks while the URL is already that of the next.
    if (currentEntry() === entry) starts.set(entry, { offset: window.scrollY, ...starts.get(entry), ...more });
  };
  const scrolled = () => remember({ offset: window.scrollY });
  const focused = ({ target }: FocusEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]")?.dataset.row : undefined;
    if (target instanceof Element && target.closest("#main")) remember({ row });
  };
  scrolled();
  window.addEventListener("scroll", scrolled, { passive: true });
  document.addEventListener("focusin", focused);
  return () => {
    window.removeEventListener("scroll", scrolled);
    document.removeEventListener("focusin", focused);
  };
}
