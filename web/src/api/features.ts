import { announcedPaths } from "./announced.generated";

/** What this client shows only where the API can do it. */
export const features = {
  search: announcedPaths.includes("/api/roost/v1/search/tweets"),
} as const;
