import type { InfiniteData } from "@tanstack/react-query";

/** A page of a list: ids, whose things are in the records. */
export interface IdPage {
  ids: readonly string[];
  next?: string | undefined;
  previous?: string | undefined;
}

export type IdPages = InfiniteData<IdPage>;

/** All ids once, in order: pages read at different moments may overlap. */
export function allIds(pages: IdPages | undefined): string[] {
  return [...new Set(pages?.pages.flatMap((page) => page.ids))];
}

const EMPTY_PAGES = 5;

/**
 * Whether reading on is left to the reader: the last five pages were empty. The server returns short and empty pages where a list
 * holds much that its reader may not see.
 */
export function isStalled(pages: IdPages | undefined): boolean {
  const read = pages?.pages ?? [];
  const empty = read.length - 1 - read.findLastIndex((page) => page.ids.length > 0);
  return empty > 0 && empty % EMPTY_PAGES === 0;
}

/** Ids put in front of what is there already; those that are there stay where they are. */
export function prepended(pages: IdPages, ids: readonly string[], previous?: string): IdPages {
  const [first, ...rest] = pages.pages;
  if (first === undefined) return pages;
  const known = new Set(allIds(pages));
  const fresh = ids.filter((id) => !known.has(id));
  const top = { ...first, ids: [...fresh, ...first.ids], previous: previous ?? first.previous };
  return { ...pages, pages: [top, ...rest] };
}
