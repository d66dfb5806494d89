import { answer, api } from "../api/client";
import { pageQuery, usePages } from "../api/usePages";
import { absorb, originalOf } from "../data/tweets";

const PAGE_SIZE = 30;

/** A tweet in its conversation: its ancestors, itself and its replies. */
export function useConversation(id: string) {
  return usePages(["conversation", id], async (cursor) => {
    const params = { path: { id }, query: pageQuery(PAGE_SIZE, cursor) };
    const page = await answer(api.GET("/api/roost/v1/tweets/{id}/conversation", { params }));
    const ids = absorb(page);
    // A retweet has the conversation of its original, which only the retweet itself names.
    const isOfOriginal = cursor === undefined && !ids.includes(originalOf(id));
    if (isOfOriginal) absorb(await answer(api.GET("/api/roost/v1/tweets/{id}", { params: { path: { id } } })));
    return { ids, next: page.meta.next };
  });
}

/** Splits a conversation at a tweet. */
export function aroundTweet(ids: readonly string[], id: string): { before: string[]; after: string[] } {
  const at = ids.indexOf(id);
  return { before: ids.slice(0, Math.max(0, at)), after: ids.slice(at + 1) };
}
