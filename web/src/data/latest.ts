import { useQuery } from "@tanstack/react-query";
import { Cell, useCell } from "../api/cell";
import { answer, api } from "../api/client";
import { codeOf } from "../api/problem";
import { queries } from "../api/queries";
import type { TweetPage } from "../api/types";
import type { PageQuery } from "../api/usePages";
import { useTweetPages } from "./tweetLists";
import { absorb } from "./tweets";

const latestKey = ["latest"] as const;
const SAMPLE_SIZE = 12;
const SAMPLE_PAUSE = 30_000;

/** Whether the server turned out to have no public timeline. */
const missing = new Cell(false);

export function useHasLatest(): boolean {
  return !useCell(missing);
}

async function load(query: PageQuery): Promise<TweetPage> {
  try {
    return await answer(api.GET("/api/roost/v1/timelines/public", { params: { query } }));
  } catch (error) {
    if (codeOf(error) === "no_public_timeline") missing.set(true);
    throw error;
  }
}

/** The newest tweets of all users. */
export function useLatest() {
  return useTweetPages(latestKey, load);
}

/** Starts again at the newest tweet. */
export async function refreshLatest(): Promise<void> {
  window.scrollTo({ top: 0 });
  await queries.resetQueries({ queryKey: latestKey });
}

/** The IDs of a few of them, read again from time to time. */
export function useLatestSample() {
  return useQuery({
    queryKey: ["latest-sample"],
    queryFn: async () => absorb(await load({ limit: SAMPLE_SIZE })),
    refetchInterval: SAMPLE_PAUSE,
  });
}
