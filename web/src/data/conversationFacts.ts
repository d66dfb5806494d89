import type { Conversation, Message } from "../api/types";

const MOST_UNREAD = 100;

/** What the server told, without going back behind what the stream said meanwhile. */
export function withNewerFacts(known: Conversation, told: Conversation): Conversation {
  const readSeq = Math.max(known.read_seq, told.read_seq);
  const members = told.members.map((member) => {
    const before = known.members.find(({ id }) => id === member.id)?.read_seq;
    return member.read_seq === undefined || before === undefined ? member : { ...member, read_seq: Math.max(before, member.read_seq) };
  });
  if (known.last_seq <= told.last_seq) {
    return { ...told, members, read_seq: readSeq, unread_count: readSeq >= told.last_seq ? 0 : told.unread_count };
  }
  const { last_message, last_seq, updated_at, unread_count } = known;
  return { ...told, members, read_seq: readSeq, ...(last_message && { last_message }), last_seq, updated_at, unread_count };
}

/** With a message that is new, or that changed. */
export function withMessageIn(conversation: Conversation, message: Message, myId: string): Conversation {
  const { last_seq: last, last_message: shown, read_seq: readSeq, unread_count: unread } = conversation;
  if (message.seq <= last) return message.seq === shown?.seq ? { ...conversation, last_message: message } : conversation;
  const isMine = message.sender_id === myId;
  const counts = !isMine && !message.deleted && !message.hidden && message.seq > readSeq;
  return {
    ...conversation,
    last_message: message,
    last_seq: message.seq,
    updated_at: message.created_at,
    unread_count: Math.min(MOST_UNREAD, unread + Number(counts)),
  };
}

/** With a marker of a member, which never goes back. */
export function withReadBy(conversation: Conversation, userId: string, seq: number, isMine: boolean): Conversation {
  const members = conversation.members.map((member) =>
    member.id === userId ? { ...member, read_seq: Math.max(seq, member.read_seq ?? 0) } : member,
  );
  if (!isMine) return { ...conversation, members };
  const readSeq = Math.max(seq, conversation.read_seq);
  return { ...conversation, members, read_seq: readSeq, unread_count: readSeq >= conversation.last_seq ? 0 : conversation.unread_count };
}
