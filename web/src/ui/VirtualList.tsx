import { useWindowVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cameBack, currentEntry } from "./navigation";
import "./VirtualList.css";

/** Where the user was in a list. */
export interface Place {
  offset: number;
  measurements: VirtualItem[];
}

/** The scroll positions in earlier lists, by history entry. */
export const places = new Map<string, Place>();
/** A row, and how far above the top of the window it starts. */
export interface Anchor {
  id: string;
  above: number;
}

/** The list on the page. */
interface ShownList {
  anchor: () => Anchor | undefined;
  returnTo: (anchor: Anchor) => void;
}

let shownList: ShownList | undefined;

/** The row at the top of the window, to which {@link returnTo} returns whatever was added above it. */
export const anchor = (): Anchor | undefined => shownList?.anchor();
export const returnTo = (anchor: Anchor): void => shownList?.returnTo(anchor);

const OVERSCAN = 8;
const ROWS_BEFORE_END = 8;

interface VirtualListProps {
  ids: readonly string[];
  render: (id: string, index: number) => ReactNode;
  /** The name of the list for screen readers. */
  label: string;
  estimate: number;
  onNearEnd?: (() => void) | undefined;
  /** New rows, which move in. */
  arriving?: ReadonlySet<string> | undefined;
}

/** A long list that renders only its visible rows. It restores its scroll position when the user returns. */
export function VirtualList({ ids, render, label, estimate, onNearEnd, arriving }: VirtualListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [place] = useState(() => (cameBack() ? places.get(currentEntry()) : undefined));
  const [top, setTop] = useState(0);
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => ids[index] ?? index,
    ...(place && { initialOffset: place.offset, initialMeasurementsCache: place.measurements }),
  });
  const rows = virtualizer.getVirtualItems();
  const lastRow = rows.at(-1)?.index ?? 0;

  // Content above the list can grow and shrink: the composer, notices.
  useLayoutEffect(() => {
    const measure = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (place) window.scrollTo(0, place.offset);
  }, [place]);

  useEffect(() => {
    const entry = currentEntry();
    const remember = () => {
      places.delete(entry); // so that the latest place is the last
      places.set(entry, { offset: window.scrollY, measurements: virtualizer.measurementsCache });
    };
    const remembering = () => {
      // The old page scrolls to its top while the URL is already that of the next.
      if (currentEntry() === entry) remember();
    };
    remember();
    window.addEventListener("scroll", remembering, { passive: true });
    return () => window.removeEventListener("scroll", remembering);
  }, [virtualizer]);

  useEffect(() => {
    const mine: ShownList = {
      anchor() {
        const item = virtualizer.getVirtualItemForOffset(window.scrollY);
        return item && { id: String(item.key), above: window.scrollY - item.start };
      },
      returnTo({ id, above }) {
        const item = virtualizer.measurementsCache[ids.indexOf(id)];
        if (item) window.scrollTo(0, item.start + above);
      },
    };
    shownList = mine;
    return () => {
      if (shownList === mine) shownList = undefined;
    };
  }, [virtualizer, ids]);

  useEffect(() => {
    if (lastRow >= ids.length - ROWS_BEFORE_END) onNearEnd?.();
  }, [lastRow, ids.length, onNearEnd]);

  return (
    <div ref={list} className="rows" role="feed" aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
      <div className="rows-in-sight" style={{ transform: `translateY(${(rows[0]?.start ?? top) - top}px)` }}>
        {rows.map((row) => (
          <div key={row.key} data-index={row.index} className={arriving?.has(ids[row.index] ?? "") ? "row-arriving" : undefined} ref={virtualizer.measureElement}>
            {render(ids[row.index] ?? "", row.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
