import type { StreamEvent } from "../api/types";

const known: ReadonlySet<string> = new Set<StreamEvent["event"]>([
  "tweet",
  "delete",
  "counts",
  "notification",
  "media",
  "trends",
  "list",
  "message",
  "message_read",
  "typing",
  "conversation",
  "unread",
  "gap",
  "reconnect",
  "problem",
  "close",
]);

/** Parses a message of the stream; undefined for an event that this client does not know. */
export function parseEvent(message: unknown): StreamEvent | undefined {
  if (typeof message !== "string") return undefined;
  try {
    const parsed = JSON.parse(message) as StreamEvent;
    return known.has(parsed.event) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
