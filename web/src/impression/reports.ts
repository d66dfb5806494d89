import { answer, api } from "../api/client";
import { ApiError, isTransient, statusOf } from "../api/problem";
import { randomId } from "../api/randomId";
import type { Impression, Tweet } from "../api/types";
import { currentUser } from "../data/me";
import { type Batch, type Outcome, Reporter } from "./Reporter";
import { Sight, type Surroundings } from "./sight";
import { whereOf } from "./where";

const browser: Surroundings = {
  now: () => Date.now(),
  schedule(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

const reporter = new Reporter(browser, randomId, send);
export const sight = new Sight(browser, (tweetId) => report(tweetId, "view"));

async function send({ key, items }: Batch): Promise<Outcome> {
  try {
    const body = { batch_key: key, items: [...items] };
    // A page that is closed does not take its last report with it.
    await answer(api.POST("/api/roost/v1/impressions", { body, keepalive: true }));
    return { kind: "stored" };
  } catch (error) {
    if (statusOf(error) === 404) return { kind: "refused" };
    if (!isTransient(error) && statusOf(error) !== 429) return { kind: "useless" };
    return { kind: "again", afterSeconds: error instanceof ApiError ? error.retryAfter : undefined };
  }
}

/** Whether it is reported what happens to a tweet: only others' tweets, and only by members. */
export function isCounted(tweet: Pick<Tweet, "author_id">): boolean {
  const me = currentUser();
  return me !== null && me.id !== tweet.author_id;
}

function report(tweetId: string, kind: Impression["kind"], urgent = false): void {
  const at = new Date(browser.now()).toISOString();
  reporter.add({ tweet_id: tweetId, at, where: whereOf(window.location.pathname), kind }, urgent);
}

/** Reports that something was opened from a tweet. A follow can result from the opening of a profile, which is urgent. */
export function reportOpening(tweet: Tweet, kind: Exclude<Impression["kind"], "view">): void {
  if (isCounted(tweet)) report(tweet.id, kind, kind === "profile");
}

export function pageChanged(): void {
  const isVisible = document.visibilityState === "visible";
  sight.pageVisible(isVisible);
  if (!isVisible) reporter.flush();
}

export function pageLeft(): void {
  reporter.leave();
}
