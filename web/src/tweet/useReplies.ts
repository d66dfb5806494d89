import { useMemo, useState } from "react";
import { useCell } from "../api/cell";
import { addRecentReplies, recentReplies } from "../data/recentReplies";
import { tweets, useTweet } from "../data/tweets";
import { branches, type ConversationPage, loadNewReplies } from "./conversation";
import { replyRows, type Row } from "./replyTree";

const authorOf = (id: string) => tweets.get(id)?.tweet.author_id;

/** The replies below a tweet, as far as they are loaded. */
export function useReplyRows(root: string, pages: readonly ConversationPage[]): readonly Row[] {
  const opened = useCell(branches);
  const recent = useCell(recentReplies);
  return useMemo(
    () => replyRows({ root, parts: pages, branches: opened, recent, authorOf }),
    [root, pages, opened, recent],
  );
}

/** How many replies a tweet got since its conversation was loaded, and how to show them. */
export function useNewReplies(root: string, pages: readonly ConversationPage[]) {
  const replies = useTweet(root)?.tweet.counts.replies ?? 0;
  const recent = useCell(recentReplies)[root]?.length ?? 0;
  const first = pages[0];
  const [looked, setLooked] = useState({ at: first, since: first?.previous, hidden: 0 });
  const { since, hidden } = looked.at === first ? looked : { since: first?.previous, hidden: 0 };
  const known = first === undefined ? replies : first.replies + (recent - first.recent) + hidden;
  const count = since === undefined ? 0 : Math.max(0, replies - known);
  const show = async () => {
    if (since === undefined) return;
    const { ids, previous } = await loadNewReplies(root, since);
    const shown = new Set([...pages.flatMap((page) => page.ids), ...(recentReplies.get()[root] ?? [])]);
    const fresh = ids.filter((id) => !shown.has(id));
    addRecentReplies(root, fresh);
    // Some of those that were counted may be hidden from this user, or deleted since.
    setLooked({ at: first, since: previous ?? since, hidden: hidden + Math.max(0, count - fresh.length) });
  };
  return { count, show };
}
