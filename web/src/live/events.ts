import type { NotificationPage, TweetAnswer, TweetCounts } from "../api/types";

interface Payloads {
  tweet: TweetAnswer;
  delete: { tweet_id: string };
  counts: { tweet_id: string; counts: TweetCounts };
  notification: NotificationPage;
  unread: { data: { unread_count: number } };
  gap: { cursor: string };
  reconnect: { after_milliseconds: number };
}

export type StreamEvent = {
  [Name in keyof Payloads]: { event: Name; id?: string; data: Payloads[Name] };
}[keyof Payloads];

const known: ReadonlySet<string> = new Set<keyof Payloads>([
  "tweet",
  "delete",
  "counts",
  "notification",
  "unread",
  "gap",
  "reconnect",
]);

/** A message of the stream; nothing for events that this client does not know, of which there may come more. */
export function parseEvent(message: unknown): StreamEvent | undefined {
  if (typeof message !== "string") return undefined;
  try {
    const parsed = JSON.parse(message) as StreamEvent;
    return known.has(parsed.event) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
