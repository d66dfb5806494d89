import { QueryClient } from "@tanstack/react-query";
import { isTransient } from "./problem";

const MAXIMUM_RETRIES = 2;

/** The cache of responses. Lists contain IDs; tweets and users are in their records. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      // A browser without a network can still reach a server on its own machine, so try.
      networkMode: "always",
      refetchOnReconnect: true,
      retry: (failures, error) => isTransient(error) && failures < MAXIMUM_RETRIES,
    },
    mutations: { networkMode: "always" },
  },
});
