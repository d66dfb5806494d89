import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import type { AnalyticsDays } from "../ui/paths";

/** An open page follows the counts. */
const EVERY = 30_000;

export function useTweetAnalytics(id: string) {
  return useQuery({
    queryKey: ["analytics", "tweet", id],
    queryFn: async () => (await answer(api.GET("/api/roost/v1/tweets/{id}/analytics", { params: { path: { id } } }))).data,
    staleTime: 0,
    refetchInterval: EVERY,
  });
}

/** The counts of all tweets of the user. */
export function useMyAnalytics(days: AnalyticsDays) {
  return useQuery({
    queryKey: ["analytics", "mine", days],
    queryFn: async () => {
      const query = { days: Number(days) };
      return (await answer(api.GET("/api/roost/v1/users/me/analytics", { params: { query } }))).data;
    },
    staleTime: 0,
    refetchInterval: EVERY,
  });
}
