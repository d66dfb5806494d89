import { answer, api } from "../api/client";
import { Records, useRecord } from "../api/records";
import type { Includes, Poll, Tombstone, Tweet, TweetCounts, Viewer } from "../api/types";
import { absorbCards } from "./cards";
import { absorbMedia } from "./media";
import { absorbUsers } from "./users";

/** What a user can set on a tweet and remove again. */
export type Mark = "liked" | "retweeted" | "bookmarked";

export interface TweetRecord {
  tweet: Tweet;
  marks: Readonly<Record<Mark, boolean>>;
  gone: boolean;
}

/** All tweets that responses and the stream contained, by ID. Tweets change only here. */
export const tweets = new Records<TweetRecord>();
export const tombstones = new Records<Pick<Tombstone, "id" | "tombstone">>();

/** Tweets whose marks are being sent; an older response must not revert them. */
const changing = new Map<string, number>();

interface TweetsAnswer {
  data: Tweet | readonly (Tweet | Tombstone)[];
  includes: Includes;
  viewer: Viewer;
}

/** Stores the tweets, users, media and cards of a response, and returns the IDs of its data in order. */
export function absorb({ data, includes, viewer }: TweetsAnswer): string[] {
  absorbUsers(includes.users);
  absorbMedia(includes.media);
  if (includes.cards) absorbCards(includes.cards);
  for (const tweet of includes.tweets) put(tweet, viewer);
  const list = Array.isArray(data) ? (data as readonly (Tweet | Tombstone)[]) : [data as Tweet];
  for (const item of list) {
    if ("tombstone" in item) tombstones.set(item.id, item);
    else put(item, viewer);
  }
  return list.map((item) => item.id);
}

function put(tweet: Tweet, viewer: Viewer): void {
  const before = tweets.get(tweet.id);
  const told = {
    liked: viewer.liked?.includes(tweet.id) ?? false,
    retweeted: viewer.retweeted?.includes(tweet.id) ?? false,
    bookmarked: viewer.bookmarked?.includes(tweet.id) ?? false,
  };
  const local = before !== undefined && changing.has(tweet.id);
  const current = newest(tweet, before?.tweet);
  tombstones.delete(tweet.id);
  tweets.set(tweet.id, {
    tweet: local ? { ...current, counts: before.tweet.counts } : current,
    marks: local ? before.marks : told,
    gone: before?.gone ?? false,
  });
}

/** The tweet with the text of the version that was written last: a response may be older than what is known. */
function newest(tweet: Tweet, known: Tweet | undefined): Tweet {
  if (known?.edited_at === undefined || known.edited_at <= (tweet.edited_at ?? "")) return tweet;
  const { content, entities, sensitive, content_warning, language, edited_at, edits_count } = known;
  return { ...tweet, content, entities, sensitive, content_warning, language, edited_at, edits_count } as Tweet;
}

/** A known tweet was edited; what depends on the reader stays. */
export function setEdited(tweet: Tweet): void {
  tweets.update(tweet.id, (record) => {
    const { counts, poll } = record.tweet;
    return { ...record, tweet: { ...newest(tweet, record.tweet), counts, ...(poll && { poll }) } };
  });
}

export function setCounts(id: string, counts: TweetCounts): void {
  if (changing.has(id)) return;
  tweets.update(id, (record) => ({ ...record, tweet: { ...record.tweet, counts } }));
}

export function setMark(id: string, mark: Mark, on: boolean): void {
  tweets.update(id, (record) => {
    if (record.marks[mark] === on) return record;
    return {
      ...record,
      marks: { ...record.marks, [mark]: on },
      tweet: { ...record.tweet, counts: counted(record.tweet.counts, mark, on) },
    };
  });
}

/** Changes counts at once; the response of the server replaces them. */
function counted(counts: TweetCounts, mark: Mark, on: boolean): TweetCounts {
  const step = on ? 1 : -1;
  switch (mark) {
    case "liked":
      return { ...counts, likes: Math.max(0, counts.likes + step) };
    case "retweeted":
      return { ...counts, retweets: Math.max(0, counts.retweets + step) };
    case "bookmarked":
      return counts;
  }
}

export function setPoll(id: string, poll: Poll): void {
  tweets.update(id, (record) => ({ ...record, tweet: { ...record.tweet, poll } }));
}

export function setGone(id: string, gone: boolean): void {
  tweets.update(id, (record) => ({ ...record, gone }));
}

/** Keeps the user's marks on a tweet unchanged while `work` runs. */
export async function whileChanging<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  changing.set(id, (changing.get(id) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = (changing.get(id) ?? 1) - 1;
    if (left === 0) changing.delete(id);
    else changing.set(id, left);
  }
}

export function useTweet(id: string): TweetRecord | undefined {
  return useRecord(tweets, id);
}

/** The tweet that is shown: for a retweet, its original. */
export function originalOf(id: string): string {
  return tweets.get(id)?.tweet.retweet_of_id ?? id;
}

/**
 * Reads tweets again, or for the first time.
 *
 * @returns the IDs of those that the user may see
 */
export async function readTweets(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const page = await answer(api.GET("/api/roost/v1/tweets", { params: { query: { ids: ids.join(",") } } }));
  return new Set(absorb(page));
}

/** Reads what changed in known tweets, such as their counts. */
export function refreshTweets(ids: readonly (string | undefined)[]): void {
  const known = ids.filter((id) => id !== undefined && tweets.get(id) !== undefined) as string[];
  void readTweets(known).catch(() => undefined);
}
