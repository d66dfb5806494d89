import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { MetricsPoint } from "../api/types";

const key = ["metrics"];

/** Five minutes, which is all that the server keeps. */
export const MAXIMUM_POINTS = 300;
const EVERY = 1_000;

/** The metrics of the server, a point per second, newest last; updated while the page is open. */
export function useMetrics() {
  return useQuery({
    queryKey: key,
    queryFn: async () => {
      const before = queries.getQueryData<MetricsPoint[]>(key) ?? [];
      const since = before.at(-1)?.time;
      const params = { query: since === undefined ? {} : { since } };
      const { history } = await answer(api.GET("/api/roost/v1/admin/metrics", { params }));
      return joined(before, history);
    },
    refetchInterval: EVERY,
    retry: false,
  });
}

/** A restarted server has a new history, which follows the known points. */
export function joined(before: readonly MetricsPoint[], more: readonly MetricsPoint[]): MetricsPoint[] {
  const last = before.at(-1)?.time ?? "";
  return [...before, ...more.filter((point) => point.time > last)].slice(-MAXIMUM_POINTS);
}
