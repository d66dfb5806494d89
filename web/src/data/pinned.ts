import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { Records } from "../api/records";
import { toast } from "../ui/toasts";

/** The pinned tweets of users, as far as their profiles were read. */
export const pinnedTweets = new Records<string>();

export function setPinned(userId: string, tweetId: string | undefined): void {
  if (tweetId === undefined) pinnedTweets.delete(userId);
  else pinnedTweets.set(userId, tweetId);
}

/** Pins a tweet of the user to the profile, or pins it no more. */
export async function pin(userId: string, tweetId: string, on: boolean): Promise<void> {
  const at = { params: { path: { id: tweetId } } };
  try {
    await answer(on ? api.PUT("/api/roost/v1/tweets/{id}/pin", at) : api.DELETE("/api/roost/v1/tweets/{id}/pin", at));
    setPinned(userId, on ? tweetId : undefined);
    toast({ text: on ? "Pinned to your profile." : "No longer pinned." });
    await queries.invalidateQueries({ queryKey: ["profile-tweets", userId, "tweets"] });
  } catch (error) {
    toast({ text: `Couldn't ${on ? "pin" : "unpin"} this tweet. ${describe(error)}`, kind: "failure" });
  }
}
