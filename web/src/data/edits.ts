import { useQuery } from "@tanstack/react-query";
import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import type { Tweet, TweetEdit } from "../api/types";
import { absorb } from "./tweets";

const ALLOWED_FOR = 30 * 60_000;
const MOST_EDITS = 5;

/** The tweet that the user is editing. */
export const editing = new Cell<string | undefined>(undefined);

/** The tweet whose versions are on the screen. */
export const historyShown = new Cell<string | undefined>(undefined);

/** Whether the server is likely to let the author edit a tweet; it decides. */
export function isEditable(tweet: Tweet, now: number): boolean {
  return (
    tweet.retweet_of_id === undefined &&
    now - new Date(tweet.created_at).getTime() < ALLOWED_FOR &&
    (tweet.edits_count ?? 0) < MOST_EDITS &&
    (tweet.poll?.voters_count ?? 0) === 0
  );
}

export async function saveEdit(id: string, edit: TweetEdit): Promise<void> {
  absorb(await answer(api.PATCH("/api/roost/v1/tweets/{id}", { params: { path: { id } }, body: edit })));
}

/** All versions of a tweet's text, oldest first. */
export function useRevisions({ id, edited_at: editedAt }: Tweet) {
  return useQuery({
    queryKey: ["revisions", id, editedAt],
    queryFn: async () => (await answer(api.GET("/api/roost/v1/tweets/{id}/revisions", { params: { path: { id } } }))).data,
  });
}
