import { Cell } from "../api/cell";
import { type Anchor, anchor, returnTo } from "../ui/VirtualList";

/** Nearer to the top, nobody needs to be led back. */
const FAR = 600;
const OFFERED_MILLISECONDS = 10_000;

/** Where the user was before the page moved to its top. */
export const wayBack = new Cell<Anchor | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Moves to the top, and offers the way back for a while. `insert` puts something there first. */
export function goToTop(insert: () => void = () => undefined): void {
  const place = window.scrollY < FAR ? undefined : anchor();
  insert();
  window.scrollTo({ top: 0 });
  if (place === undefined) return;
  wayBack.set(place);
  clearTimeout(timer);
  timer = setTimeout(forgetWayBack, OFFERED_MILLISECONDS);
}

export function goBackToPlace(): void {
  const place = wayBack.get();
  if (place !== undefined) returnTo(place);
  forgetWayBack();
}

export function forgetWayBack(): void {
  clearTimeout(timer);
  wayBack.set(undefined);
}
