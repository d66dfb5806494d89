import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { type IdPage, nextOf } from "../api/pages";
import type { TweetPage } from "../api/types";
import { absorb } from "./tweets";

/** A list of tweets that is read page by page: `load` asks the API for one. */
export function useTweetPages(key: readonly string[], load: (query: PageQuery) => Promise<TweetPage>, enabled = true) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }): Promise<IdPage> => {
      const page = await load({ limit: 30, ...(pageParam !== undefined && { cursor: pageParam }) });
      return { ids: absorb(page), next: page.meta.next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextOf,
    enabled,
  });
}

export interface PageQuery {
  limit: number;
  cursor?: string;
}

export function useBookmarks() {
  return useTweetPages(["bookmarks"], (query) => answer(api.GET("/api/roost/v1/bookmarks", { params: { query } })));
}

export function useQuotes(id: string) {
  return useTweetPages(["quotes", id], (query) =>
    answer(api.GET("/api/roost/v1/tweets/{id}/quotes", { params: { path: { id }, query } })),
  );
}

export type ProfileTab = "tweets" | "replies" | "likes";

export function useProfileTweets(userId: string, tab: ProfileTab) {
  return useTweetPages(["profile-tweets", userId, tab], (query) => {
    const path = { id: userId };
    switch (tab) {
      case "tweets":
        return answer(api.GET("/api/roost/v1/users/{id}/tweets", { params: { path, query } }));
      case "replies":
        return answer(api.GET("/api/roost/v1/users/{id}/tweets", { params: { path, query: { ...query, with: "replies" } } }));
      case "likes":
        return answer(api.GET("/api/roost/v1/users/{id}/likes", { params: { path, query } }));
    }
  });
}
