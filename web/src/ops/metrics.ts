import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { MetricsPoint } from "../api/types";

const key = ["metrics"];

/** As many as the server keeps: five minutes. */
export const MAXIMUM_POINTS = 300;
const EVERY = 1_000;

/** How the server has been doing, a point each second, the newest last; read on while someone looks. */
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

/** A server that was started anew has a history of its own, which follows what is known. */
export function joined(before: readonly MetricsPoint[], more: readonly MetricsPoint[]): MetricsPoint[] {
  const last = before.at(-1)?.time ?? "";
  return [...before, ...more.filter((point) => point.time > last)].slice(-MAXIMUM_POINTS);
}
