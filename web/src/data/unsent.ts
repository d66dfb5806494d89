import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import { Records } from "../api/records";
import type { SavedDraft, ScheduledEdit, ScheduledTweet } from "../api/types";
import { pageQuery, usePages } from "../api/usePages";

const PAGE_SIZE = 30;
const SCHEDULED = ["scheduled-tweets"] as const;
const SAVED = ["saved-drafts"] as const;

/** Tweets that the server is going to post. */
export const scheduledTweets = new Records<ScheduledTweet>();

/** Drafts that the server keeps. */
export const savedDrafts = new Records<SavedDraft>();

export function useScheduledTweets() {
  return usePages(
    SCHEDULED,
    async (cursor) => {
      const query = pageQuery(PAGE_SIZE, cursor);
      const page = await answer(api.GET("/api/roost/v1/scheduled-tweets", { params: { query } }));
      for (const tweet of page.data) scheduledTweets.set(tweet.id, tweet);
      return { ids: page.data.map(({ id }) => id), next: page.meta.next };
    },
    { staleTime: 0 },
  );
}

export function useSavedDrafts() {
  return usePages(
    SAVED,
    async (cursor) => {
      const query = pageQuery(PAGE_SIZE, cursor);
      const page = await answer(api.GET("/api/roost/v1/drafts", { params: { query } }));
      for (const draft of page.data) savedDrafts.set(draft.id, draft);
      return { ids: page.data.map(({ id }) => id), next: page.meta.next };
    },
    { staleTime: 0 },
  );
}

export async function editScheduled(id: string, body: ScheduledEdit): Promise<void> {
  const params = { path: { id } };
  const { data } = await answer(api.PATCH("/api/roost/v1/scheduled-tweets/{id}", { params, body }));
  scheduledTweets.set(id, data);
  await refreshScheduled();
}

export async function cancelScheduled(id: string): Promise<void> {
  await answer(api.DELETE("/api/roost/v1/scheduled-tweets/{id}", { params: { path: { id } } }));
  await refreshScheduled();
}

export function refreshScheduled(): Promise<void> {
  return queries.invalidateQueries({ queryKey: SCHEDULED });
}

export async function saveDraft(id: string, tweets: SavedDraft["tweets"]): Promise<void> {
  await answer(api.PUT("/api/roost/v1/drafts/{id}", { params: { path: { id } }, body: { tweets } }));
  await queries.invalidateQueries({ queryKey: SAVED });
}

export async function deleteDraft(id: string): Promise<void> {
  await answer(api.DELETE("/api/roost/v1/drafts/{id}", { params: { path: { id } } }));
  await queries.invalidateQueries({ queryKey: SAVED });
}
