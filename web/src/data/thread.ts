import type { Message, MessagePage } from "../api/types";

/** The part of a conversation that is loaded: messages without a gap, oldest first. */
export interface Thread {
  messages: readonly Message[];
  /** The cursor of older messages; undefined at the beginning of the conversation. */
  older: string | undefined;
  /** The cursor of newer messages. */
  newer: string | undefined;
  /** The last sequence number of this part. Messages that it lacks were deleted, or are not for the user. */
  through: number;
  /** The highest sequence number that is known to exist. */
  latest: number;
}

type Page = Pick<MessagePage, "data" | "meta">;

/** Whether no newer messages are known. */
export function isAtEnd({ through, latest }: Thread): boolean {
  return through >= latest;
}

/**
 * A thread that begins with a page.
 *
 * @param latest the highest sequence number that was known before the page was read
 * @param isNewest whether it is the newest page, and not one around a message
 */
export function startedWith({ data, meta }: Page, latest: number, isNewest: boolean): Thread {
  const messages = data.toReversed();
  const last = messages.at(-1)?.seq ?? 0;
  const through = isNewest ? Math.max(last, latest) : last;
  return { messages, older: meta.next, newer: meta.previous, through, latest: Math.max(last, latest) };
}

/** Adds the page that `older` leads to. */
export function withOlder(thread: Thread, { data, meta }: Page): Thread {
  const first = thread.messages[0]?.seq ?? Infinity;
  const fresh = data.toReversed().filter(({ seq }) => seq < first);
  return { ...thread, messages: [...fresh, ...thread.messages], older: meta.next };
}

/**
 * Adds the page that `newer` leads to.
 *
 * @param latest the highest sequence number that was known before the page was read
 * @param limit how many messages were asked for: a page with less is the last
 */
export function withNewer(thread: Thread, { data, meta }: Page, latest: number, limit: number): Thread {
  const fresh = data.toReversed().filter(({ seq }) => seq > thread.through);
  const last = fresh.at(-1)?.seq ?? thread.through;
  const through = data.length < limit ? Math.max(last, latest) : last;
  return {
    ...thread,
    messages: [...thread.messages, ...fresh],
    newer: meta.previous ?? thread.newer,
    through: Math.max(thread.through, through),
    latest: Math.max(thread.latest, last),
  };
}

/**
 * Replaces the end by the newest page. If there is a gap between them, that page replaces everything, unless the user is
 * reading what is there.
 */
export function refreshedWith(thread: Thread, page: Page, latest: number, isReading = false): Thread {
  const fresh = startedWith(page, latest, true);
  const first = fresh.messages[0]?.seq;
  if (first === undefined || fresh.older === undefined) return fresh;
  const kept = thread.messages.filter(({ seq }) => seq < first);
  if (thread.through < first - 1 && isReading) return { ...thread, latest: Math.max(fresh.latest, thread.latest) };
  if (kept.length === 0 || thread.through < first - 1) return fresh;
  return { ...fresh, messages: [...kept, ...fresh.messages], older: thread.older, latest: Math.max(fresh.latest, thread.latest) };
}

/** Adds a message that comes next, or replaces a known one. One that leaves a gap is only known to exist. */
export function withMessage(thread: Thread, message: Message): Thread {
  const latest = Math.max(thread.latest, message.seq);
  if (message.seq === thread.through + 1) {
    return { ...thread, messages: [...thread.messages, message], through: message.seq, latest };
  }
  const index = indexOfSeq(thread.messages, message.seq);
  const messages = index < 0 ? thread.messages : thread.messages.with(index, message);
  return index < 0 && latest === thread.latest ? thread : { ...thread, messages, latest };
}

/** Without a message that the user deleted for themselves. */
export function withoutMessage(thread: Thread, seq: number): Thread {
  return { ...thread, messages: thread.messages.filter((each) => each.seq !== seq) };
}

/** Where the message with a sequence number is, or -1. */
export function indexOfSeq(messages: readonly Message[], seq: number): number {
  const index = firstFrom(messages, seq);
  return messages[index]?.seq === seq ? index : -1;
}

/** The index of the first message with this sequence number or a higher one. */
export function firstFrom(messages: readonly Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? Infinity) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
