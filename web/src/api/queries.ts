import { notifyManager, QueryClient } from "@tanstack/react-query";
import { isTransient } from "./problem";

const MAXIMUM_RETRIES = 2;

// Before the next task: until then, a switch that was just turned would show its former state.
notifyManager.setScheduler(queueMicrotask);

/** Whether to try again at once, which helps against what is short. */
export function mayRetry(failures: number, error: Error): boolean {
  return isTransient(error) && failures < MAXIMUM_RETRIES;
}

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
      retry: mayRetry,
    },
    mutations: { networkMode: "always" },
  },
});
