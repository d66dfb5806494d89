import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { statusOf } from "../api/problem";
import { allIds, type IdPage, type IdPages } from "../api/pages";
import { queries } from "../api/queries";
import { Records, useRecord } from "../api/records";
import type { Conversation, ConversationStatus, Message } from "../api/types";
import { pageQuery, usePages } from "../api/usePages";
import { withMessageIn, withNewerFacts, withReadBy } from "./conversationFacts";
import { currentUser } from "./me";
import { countUnreadSoon } from "./messageEvents";

const PAGE_SIZE = 30;
const LISTS = "conversations";
const statuses: readonly ConversationStatus[] = ["accepted", "request"];

/** All conversations that responses contained, by ID. */
export const conversations = new Records<Conversation>();

const keyOf = (status: ConversationStatus) => [LISTS, status] as const;
const at = (id: string) => ({ params: { path: { id } } });

export function useConversations(status: ConversationStatus) {
  return usePages(keyOf(status), (cursor) => loadPage(status, cursor));
}

async function loadPage(status: ConversationStatus, cursor: string | undefined): Promise<IdPage> {
  const query = { ...pageQuery(PAGE_SIZE, cursor), status };
  const page = await answer(api.GET("/api/roost/v1/conversations", { params: { query } }));
  return { ids: page.data.map(absorbConversation), next: page.meta.next };
}

/** Stores a conversation, unless what is known is newer, and returns its ID. */
export function absorbConversation(told: Conversation): string {
  const known = conversations.get(told.id);
  conversations.set(told.id, known === undefined ? told : withNewerFacts(known, told));
  return told.id;
}

/** A conversation, read when it is opened. */
export function useConversation(id: string) {
  const query = useQuery({ queryKey: ["conversation", id], queryFn: () => readConversation(id), staleTime: 0, gcTime: 0, retry: 1 });
  return { conversation: useRecord(conversations, id), isRead: query.isFetchedAfterMount, error: query.error, retry: () => void query.refetch() };
}

async function readConversation(id: string): Promise<string> {
  return absorbConversation((await answer(api.GET("/api/roost/v1/conversations/{id}", at(id)))).data);
}

/** Reads a conversation again, of which something changed, and puts it where it belongs. */
export async function refreshConversation(id: string): Promise<void> {
  try {
    await readConversation(id);
    place(id);
  } catch (error) {
    if (statusOf(error) === 404) forgetConversation(id);
  }
}

/** Opens the conversation with a user, or creates a group. */
export async function openConversation(memberIds: readonly string[], name = ""): Promise<string> {
  const body = { member_ids: [...memberIds], ...(name !== "" && { name }) };
  const { data } = await answer(api.POST("/api/roost/v1/conversations", { body }));
  absorbConversation(data);
  place(data.id);
  return data.id;
}

/** A message of a conversation that is new, or has changed. */
export async function noteMessage(message: Message): Promise<void> {
  const id = message.conversation_id;
  const known = conversations.get(id);
  if (known === undefined) {
    await refreshConversation(id);
    return;
  }
  conversations.set(id, withMessageIn(known, message, currentUser()?.id ?? ""));
  if (message.seq > known.last_seq) place(id, true);
  // The server alone knows how many unread ones are left.
  else if (message.deleted && message.seq > known.read_seq) void refreshConversation(id);
}

/** Somebody, perhaps the user on another device, has read a conversation. */
export function noteRead({ conversation_id: id, user_id: userId, seq }: { conversation_id: string; user_id: string; seq: number }): void {
  const isMine = userId === currentUser()?.id;
  conversations.update(id, (known) => withReadBy(known, userId, seq, isMine));
  const left = conversations.get(id);
  if (isMine && left !== undefined && left.unread_count > 0 && seq < left.last_seq) void refreshConversation(id);
}

/** Puts a conversation into the list that it belongs to, at the top if it has a new message. */
function place(id: string, isNewest = false): void {
  const conversation = conversations.get(id);
  if (conversation === undefined) return;
  for (const status of statuses) {
    if (status !== conversation.status) drop(status, id);
    else if (isNewest || !allIds(queries.getQueryData<IdPages>(keyOf(status))).includes(id)) lift(status, id);
  }
}

function lift(status: ConversationStatus, id: string): void {
  changePages(status, (pages) => pages.map((page, index) => ({ ...page, ids: index === 0 ? [id, ...without(page, id)] : without(page, id) })));
}

function drop(status: ConversationStatus, id: string): void {
  changePages(status, (pages) => pages.map((page) => (page.ids.includes(id) ? { ...page, ids: without(page, id) } : page)));
}

const without = ({ ids }: IdPage, id: string) => ids.filter((each) => each !== id);

function changePages(status: ConversationStatus, change: (pages: IdPage[]) => IdPage[]): void {
  queries.setQueryData<IdPages>(keyOf(status), (before) => before && { ...before, pages: change(before.pages) });
}

/** Drops a conversation that the user left or deleted. */
export function forgetConversation(id: string): void {
  for (const status of statuses) drop(status, id);
  conversations.delete(id);
}

export async function acceptConversation(id: string): Promise<void> {
  absorbConversation((await answer(api.POST("/api/roost/v1/conversations/{id}/accept", at(id)))).data);
  place(id);
  countUnreadSoon();
}

/** Deletes a conversation for the user, or declines an invitation. */
export async function deleteConversation(id: string): Promise<void> {
  await answer(api.DELETE("/api/roost/v1/conversations/{id}", at(id)));
  forgetConversation(id);
  countUnreadSoon();
}

export async function muteConversation(id: string, muted: boolean): Promise<void> {
  const path = "/api/roost/v1/conversations/{id}/mute";
  const { data } = await answer(muted ? api.PUT(path, at(id)) : api.DELETE(path, at(id)));
  conversations.set(id, { ...data, muted });
  countUnreadSoon();
}

/** Tells the server up to where the user has read. */
export async function markRead(id: string, seq: number): Promise<void> {
  absorbConversation((await answer(api.POST("/api/roost/v1/conversations/{id}/read", { ...at(id), body: { seq } }))).data);
  countUnreadSoon();
}

/** After an interruption, anything may have changed. */
export function catchUpConversations(): void {
  for (const key of [LISTS, "conversation", "thread"]) void queries.invalidateQueries({ queryKey: [key] });
}
