import { describe, expect, it } from "vitest";
import type { Tweet } from "../api/types";
import { isEditable } from "./edits";

const POSTED = Date.parse("2026-11-20T08:45:00.917Z");
const tweet: Tweet = {
  id: "1",
  author_id: "7",
  content: "Hello.",
  created_at: "2026-11-20T08:45:00.917Z",
  entities: { mentions: [], hashtags: [], cashtags: [], urls: [] },
  conversation_id: "1",
  visibility: "public",
  counts: { likes: 0, retweets: 0, replies: 0, quotes: 0 },
};
const poll = { id: "1", options: [], ends_at: tweet.created_at, ended: false };

describe("a tweet can be edited", () => {
  it("for half an hour", () => {
    expect(isEditable(tweet, POSTED)).toBe(true);
    expect(isEditable(tweet, POSTED + 29 * 60_000)).toBe(true);
    expect(isEditable(tweet, POSTED + 30 * 60_000)).toBe(false);
  });

  it("five times", () => {
    expect(isEditable({ ...tweet, edits_count: 4 }, POSTED)).toBe(true);
    expect(isEditable({ ...tweet, edits_count: 5 }, POSTED)).toBe(false);
  });

  it("until its poll has votes, and not if it is a retweet", () => {
    expect(isEditable({ ...tweet, poll: { ...poll, voters_count: 0 } }, POSTED)).toBe(true);
    expect(isEditable({ ...tweet, poll: { ...poll, voters_count: 1 } }, POSTED)).toBe(false);
    expect(isEditable({ ...tweet, retweet_of_id: "2" }, POSTED)).toBe(false);
  });
});
