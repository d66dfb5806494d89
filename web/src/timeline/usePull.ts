import { useEffect, useRef, useState } from "react";

/** How many pixels a pull takes to refresh the page. */
export const FAR_ENOUGH = 90;

/** Calls back when the page is pulled down at its top; returns the current distance of the pull. */
export function usePull(onPull: () => void): number {
  const latest = useRef(onPull);
  const [pulled, setPulled] = useState(0);
  useEffect(() => {
    latest.current = onPull;
  });

  useEffect(() => {
    let from: Touch | undefined;
    const begin = (event: TouchEvent) => {
      from = mayPull(event) ? event.touches[0] : undefined;
    };
    const move = (event: TouchEvent) => setPulled(distance(from, event.touches[0]));
    const leave = () => {
      from = undefined;
      setPulled(0);
    };
    const end = (event: TouchEvent) => {
      if (distance(from, event.changedTouches[0]) >= FAR_ENOUGH) latest.current();
      leave();
    };
    const left = new AbortController();
    const options = { passive: true, signal: left.signal };
    document.addEventListener("touchstart", begin, options);
    document.addEventListener("touchmove", move, options);
    document.addEventListener("touchend", end, options);
    document.addEventListener("touchcancel", leave, options);
    return () => left.abort();
  }, []);

  return pulled;
}

/** Whether one finger touches the page itself at its top. */
function mayPull({ touches, target }: TouchEvent): boolean {
  return window.scrollY <= 0 && touches.length === 1 && target instanceof Element && !target.closest("dialog, [role=menu]");
}

/** The distance down, or 0 for a finger that moves sideways or scrolls. */
function distance(from: Touch | undefined, to: Touch | undefined): number {
  if (from === undefined || to === undefined || window.scrollY > 0) return 0;
  const down = to.clientY - from.clientY;
  return down > Math.abs(to.clientX - from.clientX) ? down : 0;
}
