import { describe, expect, it } from "vitest";
import type { Conversation, Message } from "../api/types";
import { withMessageIn, withNewerFacts, withReadBy } from "./conversationFacts";

const ME = "1";
const message = (seq: number, sender = "2", more: Partial<Message> = {}) =>
  ({ seq, sender_id: sender, created_at: `t${seq}`, text: "", ...more }) as Message;
const conversation = (more: Partial<Conversation> = {}) =>
  ({ members: [{ id: ME }, { id: "2", read_seq: 1 }], last_seq: 3, last_message: message(3), read_seq: 2, unread_count: 1, updated_at: "t3", ...more }) as Conversation;

describe("a new message", () => {
  it("is the last one, and unread", () => {
    expect(withMessageIn(conversation(), message(4), ME)).toMatchObject({ last_seq: 4, unread_count: 2, updated_at: "t4" });
  });

  it("of the user's own is not unread", () => {
    expect(withMessageIn(conversation(), message(4, ME), ME).unread_count).toBe(1);
  });

  it("of a blocked user is not unread", () => {
    expect(withMessageIn(conversation(), message(4, "2", { hidden: true }), ME).unread_count).toBe(1);
  });

  it("counts once, however often the stream tells of it", () => {
    const once = withMessageIn(conversation(), message(4), ME);
    expect(withMessageIn(once, message(4), ME).unread_count).toBe(2);
  });

  it("counts up to 100", () => {
    expect(withMessageIn(conversation({ unread_count: 100 }), message(4), ME).unread_count).toBe(100);
  });
});

it("a changed message changes the preview", () => {
  expect(withMessageIn(conversation(), message(3, "2", { deleted: true }), ME).last_message?.deleted).toBe(true);
  expect(withMessageIn(conversation(), message(2, "2", { deleted: true }), ME).last_message?.deleted).toBeUndefined();
});

describe("a marker", () => {
  it("never goes back", () => {
    const read = withReadBy(conversation(), "2", 3, false);
    expect(withReadBy(read, "2", 2, false).members[1]?.read_seq).toBe(3);
    expect(withReadBy(conversation(), ME, 1, true).read_seq).toBe(2);
  });

  it("at the end leaves nothing unread", () => {
    expect(withReadBy(conversation(), ME, 3, true)).toMatchObject({ read_seq: 3, unread_count: 0 });
  });
});

describe("a response", () => {
  it("does not hide what the stream told meanwhile", () => {
    const known = withMessageIn(conversation(), message(4), ME);
    expect(withNewerFacts(known, conversation({ name: "Birds" }))).toMatchObject({ name: "Birds", last_seq: 4, unread_count: 2 });
  });

  it("does not move markers back", () => {
    const known = withReadBy(withReadBy(conversation(), ME, 3, true), "2", 3, false);
    const told = withNewerFacts(known, conversation());
    expect(told).toMatchObject({ read_seq: 3, unread_count: 0 });
    expect(told.members[1]?.read_seq).toBe(3);
  });

  it("hides the marker of who shows it no more", () => {
    const told = conversation({ members: [{ id: ME }, { id: "2" }] as Conversation["members"] });
    expect(withNewerFacts(conversation(), told).members[1]?.read_seq).toBeUndefined();
  });
});
