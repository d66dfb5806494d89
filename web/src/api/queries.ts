import { QueryClient } from "@tanstack/react-query";
import { mayPass } from "./problem";

const MAXIMUM_RETRIES = 2;

/** What was read, for as long as it is of use. Lists hold ids: tweets and users are in their records. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      // A browser without a network still reaches a server on its own machine; whether it does, the request tells.
      networkMode: "always",
      refetchOnReconnect: true,
      retry: (failures, error) => mayPass(error) && failures < MAXIMUM_RETRIES,
    },
    mutations: { networkMode: "always" },
  },
});
