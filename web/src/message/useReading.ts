import { type RefObject, useCallback, useEffect, useState } from "react";
import { markRead } from "../data/conversations";
import { ReadMarker } from "./ReadMarker";

/** This much of a message must be in sight, in pixels, or all of it. */
const SEEN = 40;

/** Reports up to where the user has read: what is in sight while the page is. Returns what looks again. */
export function useReading(scrollerRef: RefObject<HTMLElement | null>, id: string, readSeq: number): () => void {
  const [marker] = useState(() => new ReadMarker(readSeq, (seq) => markRead(id, seq)));
  const look = useCallback(() => {
    const element = scrollerRef.current;
    if (element === null || document.visibilityState !== "visible") return;
    const seq = lastInSight(element);
    if (seq !== undefined) marker.see(seq);
  }, [scrollerRef, marker]);
  useEffect(() => {
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      marker.flush();
    };
  }, [look, marker]);
  return look;
}

/** The sequence number of the last message of somebody else that is in sight. */
function lastInSight(scroller: HTMLElement): number | undefined {
  const { bottom } = scroller.getBoundingClientRect();
  const rows = [...scroller.querySelectorAll<HTMLElement>("[data-theirs]")];
  const last = rows.findLast((row) => {
    const box = row.getBoundingClientRect();
    return box.top + Math.min(box.height, SEEN) <= bottom;
  });
  return last === undefined ? undefined : Number(last.dataset.seq);
}
