import { Component, type ReactNode, type RefObject } from "react";

interface ScrollKeeperProps {
  scroller: RefObject<HTMLElement | null>;
  /** Whether the end stays in sight. */
  follows: RefObject<boolean>;
  children: ReactNode;
}

/** A row, and how far below the top of the scrolled area it begins. */
interface Anchor {
  key: string;
  top: number;
}

/**
 * Keeps the rows in sight where they are, whatever appears or disappears above and below them; or the end, if the user is
 * there. Only a class can look at the page right before it changes.
 */
export class ScrollKeeper extends Component<ScrollKeeperProps> {
  override getSnapshotBeforeUpdate(): Anchor | null {
    return anchorIn(this.props.scroller.current);
  }

  override componentDidUpdate(_props: ScrollKeeperProps, _state: unknown, anchor: Anchor | null): void {
    const scroller = this.props.scroller.current;
    if (scroller === null) return;
    if (this.props.follows.current) scroller.scrollTop = scroller.scrollHeight;
    else if (anchor !== null) returnTo(scroller, anchor);
  }

  override render(): ReactNode {
    return this.props.children;
  }
}

const topOf = (element: Element, scroller: Element) => element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

/** The first row whose end is in sight. */
function anchorIn(scroller: HTMLElement | null): Anchor | null {
  if (scroller === null) return null;
  const top = scroller.getBoundingClientRect().top;
  for (const row of scroller.querySelectorAll<HTMLElement>("[data-key]")) {
    if (row.getBoundingClientRect().bottom > top) return { key: row.dataset.key ?? "", top: topOf(row, scroller) };
  }
  return null;
}

function returnTo(scroller: HTMLElement, { key, top }: Anchor): void {
  const row = scroller.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (row === null) return;
  const moved = topOf(row, scroller) - top;
  if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
}
