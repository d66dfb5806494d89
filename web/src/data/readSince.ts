import type { IdPage } from "../api/pages";

/** After a longer absence, a timeline starts at the newest tweet instead. */
const MAXIMUM_PAGES = 5;

export interface Newer {
  ids: string[];
  /** From where to read on later. */
  cursor: string;
  /** Whether these are all. */
  complete: boolean;
}

/** Reads the tweets of a timeline above a cursor, page by page, newest first. */
export async function readSince(load: (cursor: string) => Promise<IdPage>, since: string): Promise<Newer> {
  let cursor = since;
  let ids: string[] = [];
  for (let round = 0; round < MAXIMUM_PAGES; round++) {
    const page = await load(cursor);
    if (page.ids.length === 0) return { ids, cursor: page.previous ?? cursor, complete: true };
    ids = [...page.ids, ...ids];
    cursor = page.previous ?? cursor;
  }
  return { ids, cursor, complete: false };
}
