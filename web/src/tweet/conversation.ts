import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import type { IdPage } from "../api/pages";
import { pageQuery, usePages } from "../api/usePages";
import { absorb, originalOf, tweets } from "../data/tweets";
import { recentReplies } from "../data/recentReplies";

const PAGE_SIZE = 30;
const BRANCH_SIZE = 10;

/** The rest of a tweet's direct replies: how many at most, and where they continue. */
export interface More {
  count: number;
  cursor: string;
}

/** A part of a conversation, in reading order. */
export interface Part extends IdPage {
  /** What each of its tweets replies to. */
  parents: Readonly<Record<string, string>>;
  more: Readonly<Record<string, More>>;
}

export interface ConversationPage extends Part {
  /** How many replies the tweet had, and how many of these were recent ones. */
  replies: number;
  recent: number;
  /** How many replies to the tweet its author hid. */
  hidden: number;
}

/** What was loaded below a tweet in addition to the pages of a conversation. */
export interface Branch extends Part {
  /** What is still left; undefined for nothing. */
  rest: More | undefined;
}

/** Opened branches by the tweet that they are below. */
export const branches = new Cell<Readonly<Record<string, Branch>>>({});

/** A tweet in its conversation: its ancestors, itself and its replies. */
export function useConversation(id: string) {
  return usePages<ConversationPage>(["conversation", id], async (cursor) => {
    const part = await load(id, PAGE_SIZE, cursor);
    // A retweet has the conversation of its original, which only the retweet itself names.
    const isOfOriginal = cursor === undefined && !part.ids.includes(originalOf(id));
    if (isOfOriginal) absorb(await answer(api.GET("/api/roost/v1/tweets/{id}", { params: { path: { id } } })));
    const original = originalOf(id);
    const replies = tweets.get(original)?.tweet.counts.replies ?? 0;
    return { ...part, replies, recent: recentReplies.get()[original]?.length ?? 0 };
  });
}

async function load(id: string, limit: number, cursor: string | undefined): Promise<Part & { hidden: number }> {
  const params = { path: { id }, query: pageQuery(limit, cursor) };
  const page = await answer(api.GET("/api/roost/v1/tweets/{id}/conversation", { params }));
  const parents: Record<string, string> = {};
  for (const { id: each, reply_to_id: parent } of page.data) if (parent !== undefined) parents[each] = parent;
  const more: Record<string, More> = {};
  for (const { id: each, count, cursor: rest } of page.meta.more) more[each] = { count, cursor: rest };
  const { next, previous, hidden_replies: hidden } = page.meta;
  return { ids: absorb(page), parents, more, next, previous, hidden };
}

/** Loads more replies to a tweet of a conversation; returns the first of them. */
export async function openBranch(id: string, more: More): Promise<string | undefined> {
  const part = await load(id, BRANCH_SIZE, more.cursor);
  const direct = part.ids.filter((each) => part.parents[each] === id).length;
  const rest = part.next === undefined ? undefined : { count: Math.max(1, more.count - direct), cursor: part.next };
  add(id, part, rest);
  return part.ids[0];
}

/** Loads the replies to a tweet that came since a part of its conversation was loaded; returns them, newest first. */
export async function loadNewReplies(id: string, since: string): Promise<{ ids: string[]; previous: string | undefined }> {
  let part = await load(id, PAGE_SIZE, since);
  let ids: string[] = [];
  for (;;) {
    const { parents, next, previous } = part;
    ids = [...part.ids.filter((each) => parents[each] === id).reverse(), ...ids];
    add(id, part, undefined);
    if (next === undefined) return { ids, previous };
    part = await load(id, PAGE_SIZE, next);
  }
}

function add(id: string, part: Part, rest: More | undefined): void {
  branches.update((all) => {
    const before = all[id];
    const joined: Branch = {
      ids: [...(before?.ids ?? []), ...part.ids],
      parents: { ...before?.parents, ...part.parents },
      more: { ...before?.more, ...part.more },
      rest,
    };
    return { ...all, [id]: joined };
  });
}
