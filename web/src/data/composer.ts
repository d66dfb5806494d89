import { Cell } from "../api/cell";
import type { Target } from "./drafts";

/** What is being written in the window over the page, if that is open. */
export const composing = new Cell<Target | undefined>(undefined);

export function openComposer(target: Target = {}): void {
  composing.set(target);
}

export function closeComposer(): void {
  composing.set(undefined);
}
