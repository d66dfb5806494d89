import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { allIds, type IdPage, type IdPages, prepended } from "../api/pages";
import { queries } from "../api/queries";
import type { TweetAnswer } from "../api/types";
import { pageQuery, usePages } from "../api/usePages";
import { homeOrder } from "./homeOrder";
import { currentUser } from "./me";
import { readSince } from "./readSince";
import { absorb, originalOf, tweets } from "./tweets";

export const homeKey = ["home"] as const;
const PAGE_SIZE = 30;

const NEAR_THE_TOP = 400;

/** New tweets that are not shown yet, newest first, so that the page does not move while it is read. */
export const waitingTweets = new Cell<readonly string[]>([]);

/** Tweets that were just put on top, so that they move in. */
export const arrivingTweets = new Cell<ReadonlySet<string>>(new Set());
const ARRIVAL = 1_000;

async function load(cursor: string | undefined): Promise<IdPage> {
  const order = homeOrder.get();
  // A cursor knows its order.
  const query = { ...pageQuery(PAGE_SIZE, cursor), ...(cursor === undefined && order !== "latest" && { order }) };
  const page = await answer(api.GET("/api/roost/v1/timelines/home", { params: { query } }));
  return { ids: absorb(page), next: page.meta.next, previous: page.meta.previous };
}

export function useHomeTimeline() {
  // The stream and `refresh` bring new tweets, so nothing here becomes stale.
  return usePages(homeKey, load, { staleTime: Infinity, gcTime: Infinity });
}

const pages = () => queries.getQueryData<IdPages>(homeKey);

/** Whether the home timeline shows a tweet. */
export function isOnHome(id: string): boolean {
  return allIds(pages()).includes(id);
}

/** Where the stream starts before its first event. */
export function homeSince(): string | undefined {
  return pages()?.pages[0]?.previous;
}

/** A tweet from the stream: the pill counts it until the user shows it. The user's own tweets are not counted. */
export function receive(answer: TweetAnswer): void {
  const ids = absorb(answer);
  if (answer.data.author_id !== currentUser()?.id) wait(ids);
  else if (answer.data.retweet_of_id === undefined) arrive(ids);
}

/** The user's own tweet: on top at once, unless that would move the page further down. */
export function arrive(ids: readonly string[]): void {
  if (window.scrollY < NEAR_THE_TOP) insert(ids);
  else wait(ids);
}

/** Removes the tweets of a user. */
export function dropAuthor(userId: string): void {
  const isTheirs = (id: string) => [id, originalOf(id)].some((each) => tweets.get(each)?.tweet.author_id === userId);
  const without = (ids: readonly string[]) => ids.filter((id) => !isTheirs(id));
  waitingTweets.update(without);
  queries.setQueryData<IdPages>(
    homeKey,
    (before) => before && { ...before, pages: before.pages.map((page) => ({ ...page, ids: without(page.ids) })) },
  );
}

function wait(ids: readonly string[]): void {
  const shown = new Set(allIds(pages()));
  waitingTweets.update((before) => [...new Set([...ids, ...before])].filter((id) => !shown.has(id)));
}

export function showWaiting(): void {
  insert(waitingTweets.get());
}

/** Removes a tweet that was deleted before it was shown. */
export function forget(id: string): void {
  waitingTweets.update((before) => before.filter((each) => each !== id));
}

/** Puts tweets on top. */
function insert(ids: readonly string[], previous?: string): void {
  queries.setQueryData<IdPages>(homeKey, (before) => before && prepended(before, ids, previous));
  const shown = new Set(ids);
  waitingTweets.update((before) => before.filter((id) => !shown.has(id)));
  arrivingTweets.set(shown);
  setTimeout(() => arrivingTweets.update((latest) => (latest === shown ? new Set() : latest)), ARRIVAL);
}

/** Reads new tweets and shows them. */
export async function refresh(): Promise<void> {
  const since = homeSince();
  if (since === undefined) {
    await queries.refetchQueries({ queryKey: homeKey });
    return;
  }
  const { ids, cursor, complete } = await readSince(load, since);
  if (complete) insert([...ids, ...waitingTweets.get()].sort(newestFirst), cursor);
  else await startOver();
}

/** Reads the tweets after a cursor that the stream did not send, and lets them wait like the others. */
export async function fillGap(cursor: string | undefined): Promise<void> {
  if (cursor === undefined) return;
  const { ids, complete } = await readSince(load, cursor);
  if (complete) wait(ids);
  else await startOver();
}

/** Reads the timeline anew, also what is older than the tweets that are shown: those of users who were followed since. */
export async function startOver(): Promise<void> {
  waitingTweets.set([]);
  await queries.resetQueries({ queryKey: homeKey });
}

/** IDs are numbers that are too large for JavaScript; the longer one is larger. */
function newestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : -1);
}
