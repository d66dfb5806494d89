import { answer, api } from "../api/client";
import type { TweetPage } from "../api/types";
import { type PageQuery, pageQuery, usePages } from "../api/usePages";
import type { ProfileTab } from "../ui/paths";
import { setPinned } from "./pinned";
import { absorb } from "./tweets";

const PAGE_SIZE = 30;

/** A list of tweets. */
export function useTweetPages(key: readonly string[], load: (query: PageQuery) => Promise<TweetPage>) {
  return usePages(key, async (cursor) => {
    const page = await load(pageQuery(PAGE_SIZE, cursor));
    return { ids: absorb(page), next: page.meta.next };
  });
}

export function useBookmarks() {
  return useTweetPages(["bookmarks"], (query) => answer(api.GET("/api/roost/v1/bookmarks", { params: { query } })));
}

export function useQuotes(id: string) {
  return useTweetPages(["quotes", id], (query) =>
    answer(api.GET("/api/roost/v1/tweets/{id}/quotes", { params: { path: { id }, query } })),
  );
}

export function useProfileTweets(userId: string, tab: ProfileTab) {
  return useTweetPages(["profile-tweets", userId, tab], async (query) => {
    const path = { id: userId };
    switch (tab) {
      case "tweets": {
        const page = await answer(api.GET("/api/roost/v1/users/{id}/tweets", { params: { path, query } }));
        if (query.cursor === undefined) setPinned(userId, page.meta.pinned_id);
        return page;
      }
      case "replies":
      case "media":
        return answer(api.GET("/api/roost/v1/users/{id}/tweets", { params: { path, query: { ...query, with: tab } } }));
      case "likes":
        return answer(api.GET("/api/roost/v1/users/{id}/likes", { params: { path, query } }));
    }
  });
}
