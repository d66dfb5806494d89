import type { Query } from "@tanstack/react-query";
import { allIds, type IdPages } from "../api/pages";
import { queries } from "../api/queries";
import type { Media, User } from "../api/types";
import { type Place, places } from "../ui/VirtualList";
import { HOME_ENTRY } from "../ui/navigation";
import { homeKey } from "./home";
import { currentUser } from "./me";
import { absorbMedia, mediaOf } from "./media";
import { findDeleted } from "./missing";
import { type TweetRecord, tweets } from "./tweets";
import { absorbUsers, users } from "./users";
import { watchedIds } from "./watching";

const KEY = "roost.page";

/** The format can differ in another version of the client, whose scripts have other names. */
const version = import.meta.url;

/** A reload at the top is for news. */
const FAR = 400;

/** More would take too long to store while the page closes. */
const MAXIMUM_IDS = 1_000;
const MAXIMUM_PLACES = 5;

/** Until the tweets on the screen are known. */
const PAUSE = 1_500;

interface KeptPage {
  version: string;
  userId: string;
  lists: { key: readonly string[]; pages: IdPages; updatedAt: number }[];
  places: [string, Place][];
  tweets: TweetRecord[];
  users: User[];
  media: Media[];
}

let isForgotten = false;

/** Keeps what the user was reading for a reload of the page, in this tab. */
export function keepPage(): void {
  const me = currentUser();
  if (me === null || isForgotten) return;
  const lists = queries.getQueryCache().getAll().filter(isWorthKeeping).map(keptList);
  const ids = lists.flatMap(({ pages }) => allIds(pages));
  try {
    if (ids.length === 0 || ids.length > MAXIMUM_IDS) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ version, userId: me.id, lists, ...belongings(ids) } satisfies KeptPage));
  } catch {
    // Without storage, a reload starts at the top.
  }
}

function isWorthKeeping(query: Query): boolean {
  if (query.state.data === undefined) return false;
  const [kind] = query.queryKey;
  if (kind === homeKey[0]) return (places.get(HOME_ENTRY)?.offset ?? 0) > FAR;
  return (kind === "bookmarks" || kind === "profile-tweets" || kind === "list-tweets") && query.isActive() && window.scrollY > FAR;
}

function keptList({ queryKey, state }: Query): KeptPage["lists"][number] {
  return { key: queryKey as readonly string[], pages: state.data as IdPages, updatedAt: state.dataUpdatedAt };
}

/** The tweets of a list, those within them, their authors and media. */
function belongings(ids: readonly string[]): Pick<KeptPage, "places" | "tweets" | "users" | "media"> {
  const kept = new Map<string, TweetRecord>();
  const keep = (id: string | undefined) => {
    const record = id === undefined ? undefined : tweets.get(id);
    if (record === undefined || kept.has(record.tweet.id)) return;
    kept.set(record.tweet.id, record);
    keep(record.tweet.retweet_of_id);
    keep(record.tweet.quote_of_id);
  };
  ids.forEach(keep);
  const records = [...kept.values()];
  const people = new Set(records.flatMap(({ tweet }) => [tweet.author_id, tweet.in_reply_to_user_id ?? tweet.author_id]));
  return {
    places: [...places].slice(-MAXIMUM_PLACES).map(([entry, place]) => [entry, plain(place)]),
    tweets: records,
    users: [...people].flatMap((id) => users.get(id) ?? []),
    media: records.flatMap(({ tweet }) => mediaOf(tweet)),
  };
}

/** The list computes its measurements on demand. */
function plain({ offset, measurements }: Place): Place {
  return { offset, measurements: Array.from(measurements, (item) => ({ ...item })) };
}

/** Brings back what was kept before a reload; what changed since then follows from the server. */
export function restorePage(): void {
  const page = take();
  if (page?.version !== version || page.userId !== currentUser()?.id) return;
  absorbUsers(page.users);
  absorbMedia(page.media);
  for (const record of page.tweets) tweets.set(record.tweet.id, record);
  for (const [entry, place] of page.places) places.set(entry, place);
  for (const { key, pages, updatedAt } of page.lists) queries.setQueryData(key, pages, { updatedAt });
  setTimeout(() => void findDeleted(watchedIds.get()).catch(() => undefined), PAUSE);
}

function take(): KeptPage | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as KeptPage);
  } catch {
    return undefined;
  }
}

/** Nothing of the user stays after the session. */
export function forgetPage(): void {
  isForgotten = true;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There is no storage to clear.
  }
}
