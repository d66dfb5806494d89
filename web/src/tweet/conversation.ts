import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { type IdPage, nextOf } from "../api/pages";
import { absorb, originalOf } from "./tweets";

/** A tweet in its conversation: what led to it, itself, and what came of it. */
export function useConversation(id: string) {
  return useInfiniteQuery({
    queryKey: ["conversation", id],
    queryFn: async ({ pageParam }): Promise<IdPage> => {
      const query = { limit: 30, ...(pageParam !== undefined && { cursor: pageParam }) };
      const page = await answer(api.GET("/api/roost/v1/tweets/{id}/conversation", { params: { path: { id }, query } }));
      const ids = absorb(page);
      // The conversation of a retweet is that of its original, which only the retweet tells.
      const isOfOther = pageParam === undefined && !ids.includes(originalOf(id));
      if (isOfOther) absorb(await answer(api.GET("/api/roost/v1/tweets/{id}", { params: { path: { id } } })));
      return { ids, next: page.meta.next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextOf,
  });
}

/** Splits a conversation at the tweet that was asked for. */
export function aroundTweet(ids: readonly string[], id: string): { before: string[]; after: string[] } {
  const at = ids.indexOf(id);
  return { before: ids.slice(0, Math.max(0, at)), after: ids.slice(at + 1) };
}
