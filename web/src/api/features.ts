import { announcedPaths } from "./announced.generated";

/** Features that the client shows only if the API supports them. */
export const features = {
  search: announcedPaths.includes("/api/roost/v1/search/tweets"),
} as const;
