import { Cell } from "../api/cell";

const unread = new Map<string, number>();

/** A number in front of the title of every page: what is unread. */
export const titleCount = new Cell(0);

/** Sets how much is unread of one kind, such as notifications. */
export function countInTitle(kind: string, count: number): void {
  unread.set(kind, count);
  titleCount.set([...unread.values()].reduce((sum, each) => sum + each, 0));
}
