import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { Capabilities } from "../api/types";

const query = {
  queryKey: ["capabilities"],
  queryFn: async () => (await answer(api.GET("/api/roost/v1/capabilities"))).data,
  staleTime: Infinity,
  gcTime: Infinity,
};

/** What the server accepts, once it is `wanted`. */
export function useCapabilities(wanted: boolean): Capabilities | undefined {
  return useQuery({ ...query, enabled: wanted }).data;
}

export function loadCapabilities(): Promise<Capabilities> {
  return queries.query(query);
}
