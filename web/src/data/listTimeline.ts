import { useEffect } from "react";
import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { allIds, type IdPage, type IdPages, prepended } from "../api/pages";
import { queries } from "../api/queries";
import { pageQuery, usePages } from "../api/usePages";
import { readSince } from "./readSince";
import { absorb } from "./tweets";

const PAGE_SIZE = 30;
const ALL = ["list-tweets"] as const;
const keyOf = (id: string) => [...ALL, id] as const;

/** The list on the screen, of whose new tweets the stream tells. */
export const shownList = new Cell<string | undefined>(undefined);

/** Its new tweets that are not shown yet, newest first. */
export const waitingInList = new Cell<readonly string[]>([]);

async function load(id: string, cursor: string | undefined): Promise<IdPage> {
  const params = { path: { id }, query: pageQuery(PAGE_SIZE, cursor) };
  const page = await answer(api.GET("/api/roost/v1/lists/{id}/tweets", { params }));
  return { ids: absorb(page), next: page.meta.next, previous: page.meta.previous };
}

const pages = (id: string) => queries.getQueryData<IdPages>(keyOf(id));

/** The tweets of a list, which is on the screen as long as this is used. */
export function useListTimeline(id: string) {
  // The stream tells of new tweets, also of those that came while the list was not shown.
  const query = usePages(keyOf(id), (cursor) => load(id, cursor), { staleTime: Infinity });
  useEffect(() => {
    shownList.set(id);
    waitingInList.set([]);
    return () => {
      if (shownList.get() === id) shownList.set(undefined);
      waitingInList.set([]);
    };
  }, [id]);
  useEffect(() => {
    if (query.isSuccess && early === id) void listChanged(id);
  }, [id, query.isSuccess]);
  return query;
}

/** The list of which the stream told before its first page was there. */
let early: string | undefined;
let isReading = false;
let isStale = false;

/** The stream says that the list may have new tweets: the pill counts them until the user shows them. */
export async function listChanged(id: string): Promise<void> {
  if (id !== shownList.get()) return;
  isStale = true;
  if (isReading) return;
  isReading = true;
  try {
    while (isStale && id === shownList.get()) {
      isStale = false;
      await readNew(id);
    }
  } catch {
    // The next event, or a new connection, tries again.
  } finally {
    isReading = false;
  }
}

async function readNew(id: string): Promise<void> {
  const since = pages(id)?.pages[0]?.previous;
  early = since === undefined ? id : undefined;
  if (since === undefined) return;
  const { ids, cursor, complete } = await readSince((from) => load(id, from), since);
  if (id !== shownList.get() || pages(id) === undefined) return;
  if (!complete) {
    forgetListTweets(id);
    return;
  }
  queries.setQueryData<IdPages>(keyOf(id), (before) => before && prepended(before, [], cursor));
  const shown = new Set(allIds(pages(id)));
  waitingInList.update((before) => [...new Set([...ids, ...before])].filter((each) => !shown.has(each)));
}

export function showWaitingInList(): void {
  const id = shownList.get();
  const waiting = waitingInList.get();
  if (id !== undefined) queries.setQueryData<IdPages>(keyOf(id), (before) => before && prepended(before, waiting));
  waitingInList.set([]);
}

/** Reads the tweets of a list anew, or of all lists: other ones belong there. */
export function forgetListTweets(id?: string): void {
  if (id === undefined || id === shownList.get()) waitingInList.set([]);
  void queries.resetQueries({ queryKey: id === undefined ? ALL : keyOf(id) });
}
