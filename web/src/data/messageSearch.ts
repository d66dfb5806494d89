import { answer, api } from "../api/client";
import type { IdPage } from "../api/pages";
import { Records } from "../api/records";
import type { Message } from "../api/types";
import { pageQuery, usePages } from "../api/usePages";
import { absorb } from "./tweets";

const PAGE_SIZE = 30;

/** The messages that searches found, by ID. */
export const foundMessages = new Records<Message>();

/** The messages that contain all words, newest first. A page can be empty and not be the last. */
export function useFoundMessages(words: string) {
  return usePages(["message-search", words], (cursor) => load(words, cursor), { staleTime: 0, gcTime: 60_000 });
}

async function load(q: string, cursor: string | undefined): Promise<IdPage> {
  const query = { ...pageQuery(PAGE_SIZE, cursor), q };
  const page = await answer(api.GET("/api/roost/v1/conversations/search", { params: { query } }));
  absorb({ data: [], includes: page.includes, viewer: page.viewer ?? {} });
  for (const message of page.data) foundMessages.set(message.id, message);
  return { ids: page.data.map(({ id }) => id), next: page.meta.next };
}
