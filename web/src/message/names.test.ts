import { describe, expect, it } from "vitest";
import type { Conversation, ConversationMember, Message } from "../api/types";
import { contentOf, listed, previewOf, seenBy, titleOf, typingText } from "./names";

const ME = "1";
const member = (id: string, name?: string, more: Partial<ConversationMember> = {}): ConversationMember => ({
  id,
  admin: false,
  status: "accepted",
  ...(name !== undefined && { username: name.toLowerCase(), display_name: name }),
  ...more,
});
const conversation = (more: Partial<Conversation> = {}) =>
  ({ kind: "pair", name: "", status: "accepted", members: [member(ME, "Alice"), member("2", "Bob")], ...more }) as Conversation;
const group = (...members: ConversationMember[]) => conversation({ kind: "group", members: [member(ME, "Alice"), ...members] });
const message = (more: Partial<Message> = {}) => ({ sender_id: "2", text: "Hello", media: [], reactions: [], ...more }) as unknown as Message;

describe("a title", () => {
  it("names the other user of a pair", () => expect(titleOf(conversation(), ME)).toBe("Bob"));
  it("says that an account is gone", () => expect(titleOf(conversation({ members: [member(ME, "Alice"), member("2")] }), ME)).toBe("Deleted account"));
  it("is a group's name, or its members", () => {
    expect(titleOf({ ...group(member("2", "Bob")), name: "Birds" }, ME)).toBe("Birds");
    expect(titleOf(group(member("2", "Bob"), member("3", "Carol")), ME)).toBe("Bob and Carol");
    expect(titleOf(group(), ME)).toBe("Only you");
  });
});

it("names are listed up to four, then counted", () => {
  expect(listed(["Bob", "Carol", "Dave", "Eve"])).toBe("Bob, Carol, Dave and Eve");
  expect(listed(["Bob", "Carol", "Dave", "Eve", "Frank"])).toBe("Bob, Carol, Dave and 2 others");
});

describe("a preview", () => {
  it("says whose message it is, where that is not clear", () => {
    expect(previewOf(conversation({ last_message: message() }), ME)).toBe("Hello");
    expect(previewOf(conversation({ last_message: message({ sender_id: ME }) }), ME)).toBe("You: Hello");
    expect(previewOf({ ...group(member("2", "Bob")), last_message: message() }, ME)).toBe("Bob: Hello");
  });

  it("says what is there instead of a text", () => {
    expect(contentOf(message({ text: "", media: [{ kind: "image" }] as Message["media"] }))).toBe("Photo");
    expect(contentOf(message({ text: "", media_count: 3 }))).toBe("3 photos");
    expect(contentOf(message({ text: "", tweet_id: "5" }))).toBe("Shared a tweet");
    expect(contentOf(message({ text: "", deleted: true }))).toBe("Message deleted");
    expect(contentOf(message({ text: "", hidden: true }))).toBe("Message from an account you block");
  });
});

describe("who has seen a message", () => {
  const read = (seq: number) => ({ read_seq: seq });
  it("is said of a pair", () => {
    expect(seenBy(conversation(), 3, ME)).toBe("Sent");
    expect(seenBy(conversation({ members: [member(ME, "Alice"), member("2", "Bob", read(3))] }), 3, ME)).toBe("Seen");
  });
  it("is said of a group, by name", () => {
    const both = group(member("2", "Bob", read(3)), member("3", "Carol", read(2)));
    expect(seenBy(both, 3, ME)).toBe("Seen by Bob");
    expect(seenBy(both, 2, ME)).toBe("Seen by everyone");
  });
});

it("typing is a sentence", () => {
  const three = group(member("2", "Bob"), member("3", "Carol"));
  expect(typingText(three, ["2"])).toBe("Bob is typing…");
  expect(typingText(three, ["2", "3"])).toBe("Bob and Carol are typing…");
  expect(typingText(three, [])).toBe("");
});
