import type { InfiniteData } from "@tanstack/react-query";

/** A page of a list: ids, whose things are in the records. */
export interface IdPage {
  ids: readonly string[];
  next?: string | undefined;
  previous?: string | undefined;
}

export type IdPages = InfiniteData<IdPage>;

export const nextOf = (page: IdPage): string | undefined => page.next;

/** All ids once, in order: pages read at different moments may overlap. */
export function allIds(pages: IdPages | undefined): string[] {
  return [...new Set(pages?.pages.flatMap((page) => page.ids))];
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
