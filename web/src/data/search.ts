import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import type { IdPage } from "../api/pages";
import { statusOf } from "../api/problem";
import { mayRetry, queries } from "../api/queries";
import type { Hashtag, Highlight, SearchSuggestion, SearchWarning } from "../api/types";
import { type PageQuery, pageQuery, usePages } from "../api/usePages";
import type { SearchPart } from "../ui/paths";
import { absorb } from "./tweets";
import { absorbUsers } from "./users";

export interface FoundPage extends IdPage {
  warnings: readonly SearchWarning[];
  highlights: readonly Highlight[];
}

/** What to look for among tweets. */
export interface TweetSearch {
  words: string;
  sort: "relevance" | "latest";
}

const PAGE_SIZE = 30;

/** Going back to a search shows what was there. */
const STALE_AFTER = 5 * 60_000;

/** How often an open list of the latest results looks for new ones, while it is visible. */
const NEWS_PAUSE = 15_000;

/** The words come last: whatever they are, an excluding part or an open quotation mark among them does not reach back. */
export function tweetSearchOf(words: string, part: Exclude<SearchPart, "people">): TweetSearch {
  return { words: part === "media" ? `has:media ${words}` : words, sort: part === "latest" ? "latest" : "relevance" };
}

const keyOf = ({ words, sort }: TweetSearch) => ["search", sort, words] as const;

async function load(search: TweetSearch, page: PageQuery): Promise<FoundPage> {
  const query = { q: search.words, sort: search.sort, ...timeZone(search.words), ...page };
  const found = await answer(api.GET("/api/roost/v1/search/tweets", { params: { query } }));
  const { next, warnings, highlights } = found.meta;
  return { ids: absorb(found), next, warnings, highlights };
}

/** Dates in a search are those of the reader. A browser may not know where it is. */
function timeZone(words: string): { time_zone?: string } {
  if (!/(?:since|until):/i.test(words)) return {};
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  return zone === "" || zone === "Etc/Unknown" ? {} : { time_zone: zone };
}

export function useTweetSearch(search: TweetSearch) {
  return usePages(keyOf(search), (cursor) => load(search, pageQuery(PAGE_SIZE, cursor)), {
    staleTime: STALE_AFTER,
    // The server says when an index that is away is worth another try.
    retry: (failures, error) => statusOf(error) !== 503 && mayRetry(failures, error),
  });
}

/** The first page again, as it is now. Begins with the page that is known. */
export function useNewestPage(search: TweetSearch, known: FoundPage | undefined): FoundPage | undefined {
  return useQuery({
    queryKey: [...keyOf(search), "newest"],
    queryFn: () => load(search, pageQuery(PAGE_SIZE, undefined)),
    initialData: known,
    staleTime: NEWS_PAUSE,
    gcTime: 0,
    retry: false,
    refetchInterval: NEWS_PAUSE,
    refetchOnWindowFocus: true,
  }).data;
}

/** Starts the list again with a page, from which it continues. */
export function startWith(search: TweetSearch, page: FoundPage): void {
  queries.setQueryData(keyOf(search), { pages: [page], pageParams: [undefined] });
}

/** How much a hashtag is used; undefined while that is not known. */
export function useHashtag(tag: string): Hashtag | undefined {
  return useQuery({
    queryKey: ["hashtag", tag],
    queryFn: async () => (await answer(api.GET("/api/roost/v1/hashtags/{tag}", { params: { path: { tag } } }))).data,
    retry: false,
  }).data;
}

/** Finds users and hashtags while someone writes: `@` begins a user and `#` a hashtag. */
export function useSearchSuggestions(text: string, limit: number): { found: readonly SearchSuggestion[]; isCurrent: boolean } {
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["search-suggestions", text, limit],
    queryFn: ({ signal }) => suggest(text, limit, signal),
    enabled: text !== "",
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
  return text === "" || data === undefined ? { found: [], isCurrent: false } : { found: data, isCurrent: !isPlaceholderData };
}

async function suggest(q: string, limit: number, signal: AbortSignal): Promise<readonly SearchSuggestion[]> {
  const query = { q, limit };
  const { data } = await answer(api.GET("/api/roost/v1/search/suggest", { params: { query }, signal }));
  absorbUsers(data.flatMap((each) => (each.type === "user" ? [each.user] : [])));
  return data;
}
