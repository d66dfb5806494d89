import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Explanation, Feedback } from "../api/types";
import { toast } from "../ui/toasts";
import { absorb, originalOf } from "./tweets";

const key = ["feedback"] as const;
const ENDPOINT = "/api/roost/v1/tweets/{id}/feedback";

/** As many tweets as one request returns. */
const SHOWN = 100;

/** What the user asked for, newest first, with the tweets in the records. */
export function useFeedback() {
  return useQuery({ queryKey: key, queryFn: load });
}

async function load(): Promise<readonly Feedback[]> {
  const feedback = (await answer(api.GET("/api/roost/v1/feedback"))).data;
  const ids = feedback.slice(0, SHOWN).map((each) => each.tweet_id);
  if (ids.length > 0) absorb(await answer(api.GET("/api/roost/v1/tweets", { params: { query: { ids: ids.join(",") } } })));
  return feedback;
}

/** Asks for more or less like a tweet. */
export async function giveFeedback(tweetId: string, kind: Feedback["kind"]): Promise<void> {
  const id = originalOf(tweetId);
  try {
    await answer(api.POST(ENDPOINT, { params: { path: { id } }, body: { kind } }));
    void queries.invalidateQueries({ queryKey: key });
    toast({
      text: kind === "less" ? "You will see less like this." : "You will see more like this.",
      action: { label: "Undo", run: () => void removeFeedback(id) },
    });
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}

/** Takes feedback back. */
export async function removeFeedback(id: string): Promise<void> {
  try {
    await answer(api.DELETE(ENDPOINT, { params: { path: { id } } }));
    queries.setQueryData<readonly Feedback[]>(key, (before) => before?.filter((each) => each.tweet_id !== id));
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}

/** Why a tweet has its place in the home timeline. */
export function useExplanation(id: string) {
  return useQuery({
    queryKey: ["explanation", id],
    queryFn: async (): Promise<Explanation> =>
      (await answer(api.GET("/api/roost/v1/timelines/home/explanations/{id}", { params: { path: { id } } }))).data,
    gcTime: 0,
    retry: false,
  });
}
