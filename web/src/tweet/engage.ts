import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import type { TweetCounts } from "../api/types";
import { goBack } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { refreshMe } from "../data/me";
import { type Mark, originalOf, refreshTweets, setCounts, setGone, setMark, tweets, whileChanging } from "../data/tweets";

const words: Record<Mark, string> = { liked: "like", retweeted: "retweet", bookmarked: "bookmark" };

/** Sets or removes a mark of a tweet: visible at once, and reverted if the server rejects it. */
export async function toggle(tweetId: string, mark: Mark): Promise<void> {
  const id = originalOf(tweetId);
  const record = tweets.get(id);
  if (record === undefined) return;
  const on = !record.marks[mark];
  setMark(id, mark, on);
  try {
    const counts = await whileChanging(id, () => afterOthers(id, () => send(id, mark, on)));
    // If it was toggled again meanwhile, that response has the counts.
    if (tweets.get(id)?.marks[mark] === on) setCounts(id, counts);
    if (mark === "retweeted") refreshMe();
  } catch (error) {
    setMark(id, mark, !on);
    toast({ text: `Couldn't ${words[mark]} this tweet. ${describe(error)}`, kind: "failure" });
  }
}

const underWay = new Map<string, Promise<unknown>>();

/** Sends requests for a tweet one after the other, so that a like and its removal stay in order. */
async function afterOthers<Result>(id: string, request: () => Promise<Result>): Promise<Result> {
  const before = underWay.get(id) ?? Promise.resolve();
  const mine = before.then(request, request);
  underWay.set(id, mine);
  try {
    return await mine;
  } finally {
    if (underWay.get(id) === mine) underWay.delete(id);
  }
}

async function send(id: string, mark: Mark, on: boolean): Promise<TweetCounts> {
  const at = { params: { path: { id } } };
  switch (mark) {
    case "liked":
      return (await answer(on ? api.PUT("/api/roost/v1/tweets/{id}/like", at) : api.DELETE("/api/roost/v1/tweets/{id}/like", at)))
        .data.counts;
    case "retweeted":
      return (
        await answer(on ? api.PUT("/api/roost/v1/tweets/{id}/retweet", at) : api.DELETE("/api/roost/v1/tweets/{id}/retweet", at))
      ).data.counts;
    case "bookmarked":
      return (
        await answer(on ? api.PUT("/api/roost/v1/tweets/{id}/bookmark", at) : api.DELETE("/api/roost/v1/tweets/{id}/bookmark", at))
      ).data.counts;
  }
}

/** Deletes a tweet of the user: gone at once, and restored if the server rejects it. Its own page is left. */
export async function deleteTweet(id: string): Promise<void> {
  setGone(id, true);
  try {
    await answer(api.DELETE("/api/roost/v1/tweets/{id}", { params: { path: { id } } }));
    const deleted = tweets.get(id)?.tweet;
    refreshMe();
    refreshTweets([deleted?.reply_to_id, deleted?.quote_of_id]);
    toast({ text: "Tweet deleted." });
    if (window.location.pathname === paths.tweet(id)) goBack();
  } catch (error) {
    setGone(id, false);
    toast({ text: `Couldn't delete the tweet. ${describe(error)}`, kind: "failure" });
  }
}
