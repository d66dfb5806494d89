import { Cell } from "../api/cell";
import type { Target } from "./drafts";

/** The target of the open composer dialog, if any. */
export const composing = new Cell<Target | undefined>(undefined);

export function openComposer(target: Target = {}): void {
  composing.set(target);
}

export function closeComposer(): void {
  composing.set(undefined);
}
