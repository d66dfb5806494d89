const GAP = 4;
const MARGIN = 8;

/** Places a menu below its button, or above it if there is no room, and always within the window. */
export function placeAt(menu: HTMLElement, button: HTMLElement, align: "start" | "end"): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const fitsBelow = at.bottom + GAP + height + MARGIN <= window.innerHeight;
  const left = align === "start" ? at.left : at.right - width;
  menu.style.top = `${fitsBelow ? at.bottom + GAP : Math.max(MARGIN, at.top - GAP - height)}px`;
  menu.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
}
