import { Records, useRecord } from "../api/records";
import type { Message } from "../api/types";
import { currentUser } from "./me";
import { storedId } from "./uploads";

/** `waiting` for the connection, or for the server to accept more; `arrived` if it is known to be there before the response. */
export type PendingState = "queued" | "sending" | "waiting" | "failed" | "arrived";

/** A message on its way to the server. */
export interface PendingMessage {
  /** The same for each attempt, so that it is sent once. */
  key: string;
  conversationId: string;
  text: string;
  /** The keys of its uploads. */
  media: readonly string[];
  tweetId?: string | undefined;
  replyToSeq?: number | undefined;
  createdAt: string;
  state: PendingState;
  /** Why it failed. */
  problem?: string | undefined;
  /** The code of the server's problem. */
  code?: string | undefined;
}

const PREFIX = "roost.message.";
const NONE: readonly PendingMessage[] = [];

/** Pending messages belong to a user: another one may use the same browser. */
const prefixOfUser = () => `${PREFIX}${currentUser()?.id ?? ""}.`;
const storageKey = ({ conversationId, key }: PendingMessage) => `${prefixOfUser()}${conversationId}.${key}`;

/** The pending messages of each conversation, in order. They are kept on this device until the server has them. */
export const pending = new Records<readonly PendingMessage[]>();

/** The conversations that have or had pending messages. */
const known = new Set<string>();

/** The keys under which messages were pending, by their IDs, so that their rows stay the same. */
const keys = new Map<string, string>();

export const pendingIn = (conversationId: string): readonly PendingMessage[] => pending.get(conversationId) ?? NONE;

export function usePending(conversationId: string): readonly PendingMessage[] {
  return useRecord(pending, conversationId) ?? NONE;
}

/** What names the row of a message: the same while it is pending and afterwards. */
export function rowKeyOf(message: Message): string {
  return keys.get(message.id) ?? message.id;
}

export function addPending(message: PendingMessage): void {
  known.add(message.conversationId);
  pending.set(message.conversationId, [...pendingIn(message.conversationId), message]);
  store(message);
}

export function changePending({ conversationId, key }: PendingMessage, change: Partial<PendingMessage>): void {
  pending.update(conversationId, (list) => list.map((each) => (each.key === key ? { ...each, ...change } : each)));
}

/** Drops a message that was sent, or that the user deleted. */
export function dropPending(message: PendingMessage): void {
  pending.update(message.conversationId, (list) => list.filter(({ key }) => key !== message.key));
  try {
    localStorage.removeItem(storageKey(message));
  } catch {
    // There is no storage.
  }
}

/** Lets a message that the server has take the place of the pending one. */
export function arrived(message: Message, key: string): void {
  keys.set(message.id, key);
}

/** A message of the user's own that the stream told of may be one that is sent from here, whose response comes later. */
export function matchPending(message: Message): void {
  const match = pendingIn(message.conversation_id).find(({ key }) => key === message.client_key);
  if (match === undefined) return;
  arrived(message, match.key);
  changePending(match, { state: "arrived" });
}

function store(message: PendingMessage): void {
  const media = message.media.map((key) => storedId(key) ?? "");
  try {
    localStorage.setItem(storageKey(message), JSON.stringify({ ...message, media } satisfies PendingMessage));
  } catch {
    // Without storage, it is sent as long as the page is open.
  }
}

/** Stores the pending messages of which the server has another file. */
export function storePending(): void {
  for (const id of known) for (const message of pendingIn(id)) if (message.media.length > 0) store(message);
}

/** Brings back what an earlier visit did not send, and returns the conversations that have such messages. */
export function restorePending(): readonly string[] {
  const ids = new Set<string>();
  for (const message of stored()) {
    ids.add(message.conversationId);
    if (pendingIn(message.conversationId).some(({ key }) => key === message.key)) continue;
    pending.set(message.conversationId, [...pendingIn(message.conversationId), restored(message)]);
  }
  for (const id of ids) known.add(id);
  return [...ids];
}

/** A file that the server did not have completely is lost. */
function restored(message: PendingMessage): PendingMessage {
  if (!message.media.includes("")) return { ...message, state: "queued", problem: undefined, code: undefined };
  return { ...message, media: message.media.filter((key) => key !== ""), state: "failed", problem: "A file was lost when the page closed." };
}

function stored(): PendingMessage[] {
  const prefix = prefixOfUser();
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => parsed(localStorage.getItem(key)))
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  } catch {
    return [];
  }
}

function parsed(text: string | null): PendingMessage[] {
  try {
    const message = JSON.parse(text ?? "null") as PendingMessage | null;
    return typeof message?.key === "string" && Array.isArray(message.media) ? [message] : [];
  } catch {
    return [];
  }
}

/** Whether an earlier visit left messages to send. */
export function hasStoredPending(): boolean {
  const prefix = prefixOfUser();
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefix));
  } catch {
    return false;
  }
}

/** Forgets the messages of the user, who logs out. */
export function forgetPending(): void {
  const prefix = prefixOfUser();
  pending.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // There is no storage to clear.
  }
}
