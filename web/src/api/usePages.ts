import { useInfiniteQuery } from "@tanstack/react-query";
import type { IdPage } from "./pages";

interface PagesOptions {
  staleTime?: number;
  gcTime?: number;
  retry?: (failures: number, error: Error) => boolean;
}

/** A list that is read page by page; `load` reads the page at a cursor, or without one the first. */
export function usePages<Page extends IdPage>(
  key: readonly string[],
  load: (cursor: string | undefined) => Promise<Page>,
  options: PagesOptions = {},
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next,
    ...options,
  });
}

export interface PageQuery {
  limit: number;
  cursor?: string;
}

export function pageQuery(limit: number, cursor: string | undefined): PageQuery {
  return { limit, ...(cursor !== undefined && { cursor }) };
}
