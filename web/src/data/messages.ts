import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { answer, api } from "../api/client";
import { Records, useRecord } from "../api/records";
import type { Conversation, Message, MessageAnswer, MessagePage } from "../api/types";
import { pageQuery } from "../api/usePages";
import { catchUpConversations, conversations, noteMessage, noteRead, refreshConversation } from "./conversations";
import { currentUser } from "./me";
import { listenToMessages, type MessageEvent } from "./messageEvents";
import { matchPending } from "./pendingMessages";
import { absorb } from "./tweets";
import { isAtEnd, refreshedWith, startedWith, type Thread, withMessage, withNewer, withOlder, withoutMessage } from "./thread";
import { endTyping, noteTyping } from "./typing";

const PAGE_SIZE = 40;

/** The loaded part of each conversation. */
export const threads = new Records<Thread>();

const ENDPOINT = "/api/roost/v1/conversations/{id}/messages";
const MESSAGE = "/api/roost/v1/conversations/{id}/messages/{seq}";
const REACTION = "/api/roost/v1/conversations/{id}/messages/{seq}/reactions/{emoji}";

/** Reads the newest messages of a conversation when it is opened, or those around one. */
export function useThread({ id, status }: Conversation, around: number | undefined) {
  const isReading = useRef(false);
  const query = useQuery({
    // An accepted request has pictures.
    queryKey: ["thread", id, String(around ?? "newest"), status],
    queryFn: async () => {
      await (around === undefined ? loadNewest(id, isReading.current) : loadAround(id, around));
      isReading.current = true;
      return id;
    },
    staleTime: 0,
    gcTime: 0,
  });
  return { thread: useRecord(threads, id), isRead: query.isFetchedAfterMount, error: query.error, retry: () => void query.refetch() };
}

async function read(id: string, query: { cursor?: string; around?: number; limit: number }): Promise<MessagePage> {
  const page = await answer(api.GET(ENDPOINT, { params: { path: { id }, query } }));
  take(page);
  return page;
}

function take({ includes, viewer = {} }: Pick<MessagePage, "includes" | "viewer">): void {
  absorb({ data: [], includes, viewer });
}

const latestOf = (id: string) => Math.max(conversations.get(id)?.last_seq ?? 0, threads.get(id)?.latest ?? 0);

/** Loads the newest messages, without taking away what the user is reading. */
export async function loadNewest(id: string, isReading = false): Promise<void> {
  const latest = latestOf(id);
  const page = await read(id, { limit: PAGE_SIZE });
  const known = threads.get(id);
  threads.set(id, known === undefined ? startedWith(page, latest, true) : refreshedWith(known, page, latest, isReading));
}

/** Shows the messages around one, unless it is there. */
export async function loadAround(id: string, seq: number): Promise<void> {
  if (threads.get(id)?.messages.some((message) => message.seq === seq)) return;
  const latest = latestOf(id);
  threads.set(id, startedWith(await read(id, { around: seq, limit: PAGE_SIZE }), latest, false));
}

const loading = new Map<string, Promise<void>>();

/** One request at a time for each end of a conversation. */
function once(key: string, load: () => Promise<void>): Promise<void> {
  const running = loading.get(key) ?? load().finally(() => loading.delete(key));
  loading.set(key, running);
  return running;
}

export function loadOlder(id: string): Promise<void> {
  return once(`older ${id}`, async () => {
    const cursor = threads.get(id)?.older;
    if (cursor === undefined) return;
    const page = await read(id, pageQuery(PAGE_SIZE, cursor));
    threads.update(id, (thread) => (thread.older === cursor ? withOlder(thread, page) : thread));
  });
}

export function loadNewer(id: string): Promise<void> {
  return once(`newer ${id}`, async () => {
    const thread = threads.get(id);
    if (thread === undefined || isAtEnd(thread)) return;
    if (thread.newer === undefined) {
      await loadNewest(id);
      return;
    }
    const { newer, latest } = thread;
    const page = await read(id, pageQuery(PAGE_SIZE, newer));
    threads.update(id, (now) => (now.newer === newer ? withNewer(now, page, latest, PAGE_SIZE) : now));
  });
}

/** More messages are known to exist, for example after an interruption. */
export function noteLatest(id: string, seq: number): void {
  const thread = threads.get(id);
  if (thread === undefined || thread.latest >= seq) return;
  threads.set(id, { ...thread, latest: seq });
  if (isAtEnd(thread)) fillGap(id);
}

/** Reads what is missing between the end of the loaded part and a message that the stream told of. */
function fillGap(id: string): void {
  const thread = threads.get(id);
  if (thread !== undefined && !isAtEnd(thread)) void loadNewer(id).catch(() => undefined);
}

/** A message that is new or has changed, from the stream or a response. */
export function receiveMessage(told: MessageAnswer): void {
  const message = told.data;
  const id = message.conversation_id;
  take(told);
  if (message.sender_id === currentUser()?.id) matchPending(message);
  endTyping(id, message.sender_id);
  const before = threads.get(id);
  threads.update(id, (thread) => withMessage(thread, message));
  // Who reads older messages goes on from there.
  if (before !== undefined && isAtEnd(before)) fillGap(id);
  void noteMessage(message);
}

/** Reads a message again, the URLs of whose media have expired. */
export async function reloadMessage({ conversation_id: id, seq }: Message): Promise<void> {
  const page = await read(id, { around: seq, limit: 3 });
  const message = page.data.find((each) => each.seq === seq);
  if (message !== undefined) threads.update(id, (thread) => withMessage(thread, message));
}

/** Reacts to a message, or takes that back: visible at once, and undone if the server refuses. */
export async function react(message: Message, emoji: string, on: boolean): Promise<void> {
  const me = currentUser()?.id;
  if (me === undefined) return;
  const { conversation_id: id, seq } = message;
  threads.update(id, (thread) => withMessage(thread, { ...message, reactions: reactionsWith(message, emoji, me, on) }));
  const params = { params: { path: { id, seq, emoji } } };
  try {
    receiveMessage(await answer(on ? api.PUT(REACTION, params) : api.DELETE(REACTION, params)));
  } catch (error) {
    threads.update(id, (thread) => withMessage(thread, message));
    throw error;
  }
}

export function reactionsWith({ reactions }: Pick<Message, "reactions">, emoji: string, userId: string, on: boolean): Message["reactions"] {
  const known = reactions.some((each) => each.emoji === emoji) ? reactions : [...reactions, { emoji, user_ids: [] }];
  return known
    .map((each) => {
      if (each.emoji !== emoji) return each;
      const others = each.user_ids.filter((id) => id !== userId);
      return { ...each, user_ids: on ? [...others, userId] : others };
    })
    .filter(({ user_ids: ids }) => ids.length > 0);
}

/** Deletes a message for the user alone, or for everyone. */
export async function deleteMessage({ conversation_id: id, seq }: Message, whose: "me" | "everyone"): Promise<void> {
  await answer(api.DELETE(MESSAGE, { params: { path: { id, seq }, query: { for: whose } } }));
  if (whose === "me") threads.update(id, (thread) => withoutMessage(thread, seq));
  else threads.update(id, (thread) => ({ ...thread, messages: thread.messages.map((each) => (each.seq === seq ? emptied(each) : each)) }));
  if (conversations.get(id)?.last_message?.seq === seq) conversations.update(id, ({ last_message: last, ...rest }) => ({ ...rest, ...(whose === "everyone" && last && { last_message: emptied(last) }) }));
}

/** What is left of a message that was deleted for everyone. */
function emptied({ id, conversation_id, seq, sender_id, created_at }: Message): Message {
  const entities = { mentions: [], hashtags: [], cashtags: [], urls: [] };
  return { id, conversation_id, seq, sender_id, created_at, text: "", entities, media: [], reactions: [], deleted: true };
}

/** Drops what is loaded of a conversation that the user left or deleted. */
export function forgetThread(id: string): void {
  threads.delete(id);
}

listenToMessages({ onEvent: receive, onCatchUp: catchUpConversations });

function receive(event: MessageEvent): void {
  switch (event.event) {
    case "message":
      receiveMessage(event.data);
      break;
    case "message_read":
      noteRead(event.data);
      break;
    case "typing":
      noteTyping(event.data);
      break;
    case "conversation":
      void refreshConversation(event.data.conversation_id);
      break;
  }
}
