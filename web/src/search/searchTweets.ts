import { answer } from "../api/client";
import type { TweetPage } from "../api/types";
import type { PageQuery } from "../api/usePages";

/**
 * Searches for tweets. The API does not describe its search yet, so this call is not generated: it expects a page of
 * tweets, and is used only if the API has the path.
 */
export function searchTweets(words: string, { limit, cursor }: PageQuery): Promise<TweetPage> {
  const query = new URLSearchParams({ q: words, limit: String(limit), ...(cursor !== undefined && { cursor }) });
  return answer(fetchTyped(`/api/roost/v1/search/tweets?${query.toString()}`));
}

async function fetchTyped(address: string): Promise<{ data?: TweetPage; error?: unknown; response: Response }> {
  const response = await fetch(address);
  const body: unknown = await response.json();
  return response.ok ? { data: body as TweetPage, response } : { error: body, response };
}
