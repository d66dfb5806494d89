import type { InfiniteData } from "@tanstack/react-query";

/** A page of a list: IDs of objects in the records. */
export interface IdPage {
  ids: readonly string[];
  next?: string | undefined;
  previous?: string | undefined;
}

export type IdPages = InfiniteData<IdPage>;

/** All IDs in order without duplicates: pages that were loaded at different times can overlap. */
export function allIds(pages: IdPages | undefined): string[] {
  return [...new Set(pages?.pages.flatMap((page) => page.ids))];
}

const EMPTY_PAGES = 5;

/**
 * Whether the last five pages were empty, after which the user decides whether to load more. The server returns short and
 * empty pages if a list has many hidden items.
 */
export function isStalled(pages: IdPages | undefined): boolean {
  const read = pages?.pages ?? [];
  const empty = read.length - 1 - read.findLastIndex((page) => page.ids.length > 0);
  return empty > 0 && empty % EMPTY_PAGES === 0;
}

/** Adds new IDs at the front; known ones keep their positions. */
export function prepended(pages: IdPages, ids: readonly string[], previous?: string): IdPages {
  const [first, ...rest] = pages.pages;
  if (first === undefined) return pages;
  const known = new Set(allIds(pages));
  const fresh = ids.filter((id) => !known.has(id));
  const top = { ...first, ids: [...fresh, ...first.ids], previous: previous ?? first.previous };
  return { ...pages, pages: [top, ...rest] };
}
