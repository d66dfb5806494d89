import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { type IdPage, nextOf } from "../api/pages";
import type { UserPage } from "../api/types";
import type { PageQuery } from "../tweet/lists";
import { absorbUsers } from "./users";

function useUserPages(key: readonly string[], load: (query: PageQuery) => Promise<UserPage>) {
  return useInfiniteQuery({
    queryKey: ["users", ...key],
    queryFn: async ({ pageParam }): Promise<IdPage> => {
      const page = await load({ limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) });
      return { ids: absorbUsers(page.data), next: page.meta.next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextOf,
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
