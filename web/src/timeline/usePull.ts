import { useEffect, useRef } from "react";

const FAR_ENOUGH = 90;

/** Calls back when the page is pulled down at its top, as one does on phones. */
export function usePull(onPull: () => void): void {
  const latest = useRef(onPull);
  useEffect(() => {
    latest.current = onPull;
  });

  useEffect(() => {
    let from: number | undefined;
    const begin = (event: TouchEvent) => {
      from = window.scrollY <= 0 && event.touches.length === 1 ? event.touches[0]?.clientY : undefined;
    };
    const end = (event: TouchEvent) => {
      const to = event.changedTouches[0]?.clientY;
      if (from !== undefined && to !== undefined && to - from > FAR_ENOUGH && window.scrollY <= 0) latest.current();
      from = undefined;
    };
    document.addEventListener("touchstart", begin, { passive: true });
    document.addEventListener("touchend", end, { passive: true });
    return () => {
      document.removeEventListener("touchstart", begin);
      document.removeEventListener("touchend", end);
    };
  }, []);
}
