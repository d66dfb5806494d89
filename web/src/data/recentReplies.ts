import { Cell } from "../api/cell";

/**
 * Replies that are shown first below the tweet they answer, newest first: the user's own, and those that came while the
 * user was reading. After a reload, they are where they belong.
 */
export const recentReplies = new Cell<Readonly<Record<string, readonly string[]>>>({});

/** Shows replies to a tweet first. */
export function addRecentReplies(to: string, ids: readonly string[]): void {
  recentReplies.update((all) => ({ ...all, [to]: [...new Set([...ids, ...(all[to] ?? [])])] }));
}
