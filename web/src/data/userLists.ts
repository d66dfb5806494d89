import { answer, api } from "../api/client";
import type { UserPage } from "../api/types";
import { type PageQuery, pageQuery, usePages } from "../api/usePages";
import { absorbUsers } from "./users";

const PAGE_SIZE = 50;

function useUserPages(key: readonly string[], load: (query: PageQuery) => Promise<UserPage>) {
  return usePages(["users", ...key], async (cursor) => {
    const page = await load(pageQuery(PAGE_SIZE, cursor));
    return { ids: absorbUsers(page.data), next: page.meta.next };
  });
}

export function useFollowers(id: string) {
  return useUserPages(["followers", id], (query) =>
    answer(api.GET("/api/roost/v1/users/{id}/followers", { params: { path: { id }, query } })),
  );
}

export function useFollowing(id: string) {
  return useUserPages(["following", id], (query) =>
    answer(api.GET("/api/roost/v1/users/{id}/following", { params: { path: { id }, query } })),
  );
}

export function useLikers(id: string) {
  return useUserPages(["likers", id], (query) =>
    answer(api.GET("/api/roost/v1/tweets/{id}/likes", { params: { path: { id }, query } })),
  );
}

export function useRetweeters(id: string) {
  return useUserPages(["retweeters", id], (query) =>
    answer(api.GET("/api/roost/v1/tweets/{id}/retweets", { params: { path: { id }, query } })),
  );
}

export function useBlocked() {
  return useUserPages(["blocked"], (query) => answer(api.GET("/api/roost/v1/blocks", { params: { query } })));
}

export function useMuted() {
  return useUserPages(["muted"], (query) => answer(api.GET("/api/roost/v1/mutes", { params: { query } })));
}

export function useListMembers(id: string) {
  return useUserPages(["list-members", id], (query) =>
    answer(api.GET("/api/roost/v1/lists/{id}/members", { params: { path: { id }, query } })),
  );
}

export function useFoundUsers(words: string) {
  return useUserPages(["found", words], (query) =>
    answer(api.GET("/api/roost/v1/search/users", { params: { query: { q: words, ...query } } })),
  );
}
