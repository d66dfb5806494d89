import { type PointerEvent, useRef, useState } from "react";
import { CLOSE, FITTING, moved, type Point, swiped, type Zoom, zoomedAt } from "./zoom";

interface Gestures {
  zoom: Zoom;
  /** How far a finger has moved the picture aside. */
  aside: number;
  /** Whether fingers move it, so that it follows without delay. */
  isHeld: boolean;
  toggle: (at?: Point) => void;
  reset: () => void;
  handlers: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: (event: PointerEvent) => void;
    onPointerCancel: (event: PointerEvent) => void;
  };
}

const size = () => ({ width: window.innerWidth, height: window.innerHeight });

/** Where a pointer is, counted from the middle of the window. */
export const fromMiddle = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
  x: clientX - window.innerWidth / 2,
  y: clientY - window.innerHeight / 2,
});

/** Two fingers enlarge the picture at `index`, one moves an enlarged one or swipes to the next. */
export function useZoom(index: number, onStep: (step: 1 | -1) => void): Gestures {
  const [zoomed, setZoomed] = useState({ index, zoom: FITTING });
  const zoom = zoomed.index === index ? zoomed.zoom : FITTING;
  const setZoom = (next: Zoom) => setZoomed({ index, zoom: next });
  const [aside, setAside] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const fingers = useRef(new Map<number, Point>());
  const start = useRef<Point>(undefined);

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, fromMiddle(event));
    start.current = fingers.current.size === 1 ? fromMiddle(event) : undefined;
    setHeld(true);
  };

  const move = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = fromMiddle(event);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other !== undefined) pinch(before, now, other);
    else if (zoom.scale > 1) setZoom(moved(zoom, { x: now.x - before.x, y: now.y - before.y }, size()));
    else if (start.current !== undefined) setAside(now.x - start.current.x);
  };

  const pinch = (before: Point, now: Point, other: Point) => {
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    setAside(0);
    setZoom(moved(zoomedAt(zoom, factor, middle), { x: 0, y: 0 }, size()));
  };

  const up = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    if (fingers.current.size > 0) return;
    const from = start.current;
    const now = fromMiddle(event);
    start.current = undefined;
    setAside(0);
    setHeld(false);
    const step = from === undefined || zoom.scale > 1 || event.type === "pointercancel" ? 0 : swiped({ x: now.x - from.x, y: now.y - from.y });
    if (step !== 0) onStep(step);
  };

  return {
    zoom,
    aside,
    isHeld,
    toggle: (at = { x: 0, y: 0 }) =>
      setZoom(zoom.scale > 1 ? FITTING : moved(zoomedAt(FITTING, CLOSE, at), { x: 0, y: 0 }, size())),
    reset: () => setZoom(FITTING),
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
