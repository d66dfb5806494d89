const GAP = 4;
const MARGIN = 8;

/** Places a list below a position in a text, or above it if there is no room, and always within the window. */
export function placeAtText(list: HTMLElement, text: Element, position: number): void {
  const at = boxAt(text, position);
  const { width, height } = list.getBoundingClientRect();
  // Less than the window while a phone shows its keyboard.
  const { height: visible = window.innerHeight, offsetTop = 0 } = window.visualViewport ?? {};
  const fitsBelow = at.bottom + GAP + height + MARGIN <= offsetTop + visible;
  list.style.top = `${fitsBelow ? at.bottom + GAP : Math.max(MARGIN, at.top - GAP - height)}px`;
  list.style.left = `${Math.max(MARGIN, Math.min(at.left, window.innerWidth - width - MARGIN))}px`;
}

function boxAt(text: Element, position: number): DOMRect {
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = position;
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const { length } = node.nodeValue ?? "";
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  return text.getBoundingClientRect();
}
