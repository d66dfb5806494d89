import type { Message } from "../api/types";
import { type PendingMessage, rowKeyOf } from "../data/pendingMessages";

/** What stands in a conversation, from top to bottom. */
export type Row =
  | { kind: "day"; key: string; time: string }
  | { kind: "unread"; key: string }
  | { kind: "message"; key: string; message: Message; isFirst: boolean; isLast: boolean }
  | { kind: "pending"; key: string; pending: PendingMessage; isFirst: boolean };

/** Messages of one sender within this time belong together. */
const TOGETHER = 5 * 60_000;

/**
 * The rows of some messages, oldest first: with a line for each day and one above the first unread message, and with those
 * grouped that one sender wrote in a row. Pending messages come last.
 *
 * @param readSeq up to where the user had read; undefined for no line
 */
export function rowsOf(messages: readonly Message[], pending: readonly PendingMessage[], readSeq: number | undefined, myId: string): Row[] {
  const rows: Row[] = [];
  let previous: Message | undefined;
  let hasLine = readSeq === undefined;
  messages.forEach((message, index) => {
    const isUnread = !hasLine && message.seq > (readSeq ?? 0) && message.sender_id !== myId;
    if (previous === undefined || dayOf(previous.created_at) !== dayOf(message.created_at)) {
      rows.push({ kind: "day", key: `day ${message.seq}`, time: message.created_at });
      previous = undefined;
    }
    if (isUnread) {
      hasLine = true;
      rows.push({ kind: "unread", key: "unread" });
      previous = undefined;
    }
    const next = messages[index + 1];
    const isLast = next === undefined || !belongTogether(message, next);
    rows.push({ kind: "message", key: rowKeyOf(message), message, isFirst: previous === undefined || !belongTogether(previous, message), isLast });
    previous = message;
  });
  return [...rows, ...pendingRows(pending, previous, myId)];
}

function pendingRows(pending: readonly PendingMessage[], last: Message | undefined, myId: string): Row[] {
  return pending
    .filter(({ state }) => state !== "arrived")
    .map((each, index) => ({ kind: "pending", key: each.key, pending: each, isFirst: index === 0 && last?.sender_id !== myId }));
}

function belongTogether(first: Message, second: Message): boolean {
  if (first.sender_id !== second.sender_id || dayOf(first.created_at) !== dayOf(second.created_at)) return false;
  return Date.parse(second.created_at) - Date.parse(first.created_at) < TOGETHER;
}

/** The day where the reader is. */
function dayOf(time: string): string {
  return new Date(time).toDateString();
}
