import type { Focus } from "../api/types";

export const CENTER: Focus = { x: 0, y: 0 };

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The focus at a place of a picture, which is shown in this box. */
export function focusAt({ clientX, clientY }: { clientX: number; clientY: number }, box: Box): Focus {
  const share = (from: number, size: number) => (size === 0 ? 0 : (2 * from) / size - 1);
  return held(share(clientX - box.left, box.width), -share(clientY - box.top, box.height));
}

const STEP = 0.1;
const steps: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** The focus after a key; undefined if the key does not move it. */
export function focusAfter(key: string, { x, y }: Focus): Focus | undefined {
  const step = steps[key];
  return step && held(x + step[0], y + step[1]);
}

/** Two decimals are as exact as a finger. */
function held(x: number, y: number): Focus {
  const within = (value: number) => Math.round(100 * Math.min(1, Math.max(-1, value))) / 100 || 0;
  return { x: within(x), y: within(y) };
}

/** Where it is from the left and from the top, in percent. */
export function percentOf({ x, y }: Focus): { left: number; top: number } {
  return { left: Math.round(50 + 50 * x), top: Math.round(50 - 50 * y) };
}
