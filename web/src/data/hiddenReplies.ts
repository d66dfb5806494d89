import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { toast } from "../ui/toasts";
import { absorb } from "./tweets";

const keyOf = (tweetId: string) => ["hidden-replies", tweetId] as const;

/** The replies to a tweet that its author hid. */
export function useHiddenReplies(tweetId: string) {
  return useQuery({
    queryKey: keyOf(tweetId),
    queryFn: async () => absorb(await answer(api.GET("/api/roost/v1/tweets/{id}/hidden-replies", { params: { path: { id: tweetId } } }))),
    staleTime: 0,
  });
}

/** Whether a reply is known to be hidden. */
export function isReplyHidden(id: string, parentId: string): boolean {
  return queries.getQueryData<string[]>(keyOf(parentId))?.includes(id) ?? false;
}

/** Hides a reply to one of the user's tweets, or shows it again. */
export async function setReplyHidden(id: string, parentId: string, on: boolean): Promise<void> {
  const at = { params: { path: { id } } };
  try {
    await answer(on ? api.PUT("/api/roost/v1/tweets/{id}/hide", at) : api.DELETE("/api/roost/v1/tweets/{id}/hide", at));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["conversation"] }),
      queries.invalidateQueries({ queryKey: keyOf(parentId) }),
    ]);
    const undo = { label: "Undo", run: () => void setReplyHidden(id, parentId, false) };
    toast(on ? { text: "Reply hidden.", action: undo } : { text: "The reply is shown again." });
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
