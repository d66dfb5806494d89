import { Cell } from "../api/cell";
import type { ReadyMedia } from "../data/media";

/** What the viewer shows. */
interface Viewing {
  pictures: readonly ReadyMedia[];
  index: number;
}

export const viewing = new Cell<Viewing | undefined>(undefined);

export function view(pictures: readonly ReadyMedia[], index: number): void {
  viewing.set({ pictures, index });
}

export function closeViewer(): void {
  viewing.set(undefined);
}
