import { describe, expect, it } from "vitest";
import type { Message } from "../api/types";
import { firstFrom, isAtEnd, refreshedWith, startedWith, type Thread, withMessage, withNewer, withOlder, withoutMessage } from "./thread";

const message = (seq: number, text = `text ${seq}`) => ({ id: `m${seq}`, seq, text }) as Message;

/** A page as the server sends it: newest first. */
const page = (seqs: readonly number[], next?: string, previous = "newer") => ({
  data: seqs.toSorted((a, b) => b - a).map((seq) => message(seq)),
  meta: { ...(next !== undefined && { next }), previous },
});
const seqsOf = (thread: Thread) => thread.messages.map(({ seq }) => seq);

describe("a thread", () => {
  it("begins with the newest page, oldest message first", () => {
    const thread = startedWith(page([8, 9, 10], "older"), 10, true);
    expect(seqsOf(thread)).toEqual([8, 9, 10]);
    expect(thread.older).toBe("older");
    expect(isAtEnd(thread)).toBe(true);
  });

  it("is at the end although the user deleted the newest message", () => {
    expect(isAtEnd(startedWith(page([8, 9]), 10, true))).toBe(true);
  });

  it("can be empty", () => {
    const thread = startedWith(page([]), 0, true);
    expect(isAtEnd(thread)).toBe(true);
    expect(seqsOf(withMessage(thread, message(1)))).toEqual([1]);
  });

  it("begins in the middle", () => {
    expect(isAtEnd(startedWith(page([4, 5, 6], "older"), 10, false))).toBe(false);
  });

  it("grows in both directions, whatever pages overlap", () => {
    let thread = startedWith(page([4, 5, 6], "older"), 10, false);
    thread = withOlder(thread, page([2, 3, 4]));
    expect(thread.older).toBeUndefined();
    thread = withNewer(thread, page([6, 7, 8]), 10, 3);
    expect(isAtEnd(thread)).toBe(false);
    thread = withNewer(thread, page([9, 10], undefined, "newest"), 10, 3);
    expect(seqsOf(thread)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(isAtEnd(thread)).toBe(true);
    expect(thread.newer).toBe("newest");
  });

  it("reaches the end with an empty page, if the last messages are not for the user", () => {
    const thread = withNewer(startedWith(page([4, 5]), 7, false), page([]), 7, 3);
    expect(isAtEnd(thread)).toBe(true);
  });

  it("does not reach the end with a short page that was read before the latest message", () => {
    let thread = startedWith(page([4, 5], "older"), 6, false);
    thread = withMessage(thread, message(9));
    thread = withNewer(thread, page([6]), 6, 3);
    expect(isAtEnd(thread)).toBe(false);
  });
});

describe("a message from the stream", () => {
  const thread = startedWith(page([1, 2, 3]), 3, true);

  it("comes next", () => expect(seqsOf(withMessage(thread, message(4)))).toEqual([1, 2, 3, 4]));

  it("replaces the same one, which is never there twice", () => {
    const changed = withMessage(thread, message(2, "changed"));
    expect(seqsOf(changed)).toEqual([1, 2, 3]);
    expect(changed.messages[1]?.text).toBe("changed");
  });

  it("is not shown while others before it are missing", () => {
    const gap = withMessage(thread, message(6));
    expect(seqsOf(gap)).toEqual([1, 2, 3]);
    expect(isAtEnd(gap)).toBe(false);
    expect(seqsOf(withNewer(gap, page([4, 5, 6]), 6, 30))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is ignored if the user deleted it", () => {
    const without = withoutMessage(thread, 2);
    expect(withMessage(without, message(2))).toBe(without);
  });
});

describe("a refresh", () => {
  it("keeps older messages, and replaces what it covers", () => {
    const thread = startedWith(page([1, 2, 3, 4], undefined), 4, true);
    const fresh = refreshedWith(thread, page([3, 5, 6], "older"), 6);
    expect(seqsOf(fresh)).toEqual([1, 2, 3, 5, 6]);
    expect(fresh.older).toBeUndefined();
  });

  it("replaces everything if there is a gap", () => {
    const thread = startedWith(page([1, 2]), 2, true);
    const fresh = refreshedWith(thread, page([8, 9], "older"), 9);
    expect(seqsOf(fresh)).toEqual([8, 9]);
    expect(fresh.older).toBe("older");
  });

  it("leaves what the user is reading, and says that there is more", () => {
    const fresh = refreshedWith(startedWith(page([1, 2]), 2, true), page([8, 9], "older"), 9, true);
    expect(seqsOf(fresh)).toEqual([1, 2]);
    expect(isAtEnd(fresh)).toBe(false);
  });
});

it("messages are found by their place", () => {
  const { messages } = startedWith(page([2, 4, 6]), 6, true);
  expect([1, 2, 3, 6, 7].map((seq) => firstFrom(messages, seq))).toEqual([0, 0, 1, 2, 3]);
});
