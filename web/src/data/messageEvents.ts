import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import type { StreamEvent } from "../api/types";
import { countInTitle } from "../ui/pageTitle";

/** What the stream tells of messages. */
export type MessageEvent = Extract<StreamEvent, { event: "message" | "message_read" | "typing" | "conversation" }>;

/** The number of conversations with unread messages; the server counts to 100. */
export const unreadConversations = new Cell(0);
unreadConversations.subscribe(() => countInTitle("messages", unreadConversations.get()));

/** Until conversations are loaded, the first page needs no more than their number. */
interface Listener {
  onEvent: (event: MessageEvent) => void;
  /** Anything may have changed. */
  onCatchUp: () => void;
}

let listener: Listener | undefined;

export function listenToMessages(loaded: Listener): void {
  listener = loaded;
}

export function messageEvent(event: MessageEvent): void {
  listener?.onEvent(event);
  if (event.event !== "typing") countUnreadSoon();
}

/** After an interruption. */
export function catchUpMessages(): void {
  countUnreadSoon();
  listener?.onCatchUp();
}

async function loadUnread(): Promise<void> {
  unreadConversations.set((await answer(api.GET("/api/roost/v1/conversations/unread-count"))).data.unread_count);
}

/** Several messages in a moment need one request. */
const PAUSE = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Reads the count again after something may have changed it. */
export function countUnreadSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void loadUnread().catch(() => undefined), PAUSE);
}
