/** How a picture in the viewer is enlarged, and how far its middle is moved from that of the window, in pixels. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export const FITTING: Zoom = { scale: 1, x: 0, y: 0 };
export const CLOSE = 2.5;
const LARGEST = 6;

/** Enlarges by a factor; the point of the picture at `at`, counted from the middle of the window, stays where it is. */
export function zoomedAt(zoom: Zoom, factor: number, at: Point): Zoom {
  const scale = Math.min(LARGEST, Math.max(1, zoom.scale * factor));
  const real = scale / zoom.scale;
  return { scale, x: at.x - (at.x - zoom.x) * real, y: at.y - (at.y - zoom.y) * real };
}

/** Moves it, but not out of the window. */
export function moved(zoom: Zoom, by: Point, window: { width: number; height: number }): Zoom {
  const most = (side: number) => (side * (zoom.scale - 1)) / 2;
  return {
    scale: zoom.scale,
    x: between(zoom.x + by.x, most(window.width)),
    y: between(zoom.y + by.y, most(window.height)),
  };
}

function between(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value)) || 0;
}

const FAR = 60;

/** The step that a finger asks for which moved by `by`: 1 for the next picture, -1 for the previous one. */
export function swiped(by: Point): -1 | 0 | 1 {
  if (Math.abs(by.x) < FAR || Math.abs(by.x) < Math.abs(by.y)) return 0;
  return by.x < 0 ? 1 : -1;
}
