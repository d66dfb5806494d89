import type { Conversation, ConversationMember, Message } from "../api/types";
import { momentOf } from "../ui/time";
import { users } from "../data/users";

const DELETED = "Deleted account";
const MOST_NAMES = 3;

type Known = Pick<ConversationMember, "username" | "display_name">;

/** The name of a member, whose account may be gone. */
export function nameOf(member: Known | undefined): string {
  return member?.username === undefined ? DELETED : (member.display_name ?? member.username);
}

/** The name of who sent a message: a member, or somebody who has left. */
export function senderName(conversation: Conversation, senderId: string): string {
  return nameOf(conversation.members.find(({ id }) => id === senderId) ?? users.get(senderId));
}

export function othersIn({ members }: Conversation, myId: string): ConversationMember[] {
  return members.filter(({ id }) => id !== myId);
}

/** The other user of a pair; undefined for a group. */
export function partnerIn(conversation: Conversation, myId: string): ConversationMember | undefined {
  return conversation.kind === "pair" ? othersIn(conversation, myId)[0] : undefined;
}

/** What a conversation is called: by the other user, by its name, or by its members. */
export function titleOf(conversation: Conversation, myId: string): string {
  if (conversation.kind === "pair") return nameOf(othersIn(conversation, myId)[0]);
  if (conversation.name !== "") return conversation.name;
  const others = othersIn(conversation, myId).map(nameOf);
  return others.length === 0 ? "Only you" : listed(others);
}

/** Names in a sentence: "Bob", "Bob and Carol", "Bob, Carol, Dave and 2 others". */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join("");
  const shown = names.slice(0, names.length > MOST_NAMES + 1 ? MOST_NAMES : names.length);
  const left = names.length - shown.length;
  if (left > 0) return `${shown.join(", ")} and ${left} others`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

type Content = Pick<Message, "text" | "media" | "media_count" | "tweet_id" | "deleted" | "hidden">;

/** A message in a few words. */
export function contentOf({ text, media, media_count: count = 0, tweet_id: tweetId, deleted, hidden }: Content): string {
  if (deleted) return "Message deleted";
  if (hidden) return "Message from an account you block";
  if (text !== "") return text;
  if (media[0]?.kind === "video") return "Video";
  if (media[0]?.kind === "gif") return "GIF";
  const pictures = Math.max(count, media.length);
  if (pictures > 0) return pictures === 1 ? "Photo" : `${pictures} photos`;
  return tweetId === undefined ? "" : "Shared a tweet";
}

/** The last message as a list of conversations shows it. */
export function previewOf(conversation: Conversation, myId: string): string {
  const last = conversation.last_message;
  if (last === undefined) return conversation.status === "request" && conversation.kind === "group" ? "Invited you" : "No messages yet";
  const content = contentOf(last);
  if (last.sender_id === myId) return last.deleted ? "You deleted a message" : `You: ${content}`;
  return conversation.kind === "group" && !last.deleted && !last.hidden ? `${senderName(conversation, last.sender_id)}: ${content}` : content;
}

/** What is said below the user's own last message: who has seen it. */
export function seenBy(conversation: Conversation, seq: number, myId: string): string {
  const others = othersIn(conversation, myId).filter(({ status }) => status === "accepted");
  const readers = others.filter(({ read_seq: read = 0 }) => read >= seq);
  if (readers.length === 0) return "Sent";
  if (conversation.kind === "pair") return "Seen";
  return readers.length === others.length && others.length > 1 ? "Seen by everyone" : `Seen by ${listed(readers.map(nameOf))}`;
}

/** The names of users who reacted. */
export function whoReacted(conversation: Conversation, userIds: readonly string[], myId: string): string {
  return listed(userIds.map((id) => (id === myId ? "You" : senderName(conversation, id))));
}

/** Who is typing, as a sentence. */
export function typingText(conversation: Conversation, userIds: readonly string[]): string {
  if (userIds.length === 0) return "";
  if (userIds.length > MOST_NAMES) return "Several people are typing…";
  const names = listed(userIds.map((id) => senderName(conversation, id)));
  return `${names} ${userIds.length === 1 ? "is" : "are"} typing…`;
}

/** A message as a screen reader tells it. */
export function spokenOf(conversation: Conversation, message: Message, myId: string): string {
  const sender = message.sender_id === myId ? "You" : senderName(conversation, message.sender_id);
  return `${sender}, ${momentOf(message.created_at)}`;
}
