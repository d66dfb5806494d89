import { announcedPaths } from "./announced.generated";

const announces = (path: string) => announcedPaths.includes(`/api/v1${path}`);

/** What this client shows only where the API can do it. */
export const features = {
  search: announces("/search/tweets"),
  trends: announces("/trends"),
  messages: announces("/conversations"),
} as const;
