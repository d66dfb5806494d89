import { beforeEach, describe, expect, it } from "vitest";
import type { Tweet } from "../api/types";
import { absorb, setCounts, setEdited, setGone, setMark, tombstones, tweets, whileChanging } from "./tweets";

const tweet = (id: string, likes = 0): Tweet => ({
  id,
  author_id: "7",
  content: "Hello.",
  created_at: "2026-11-20T08:45:00.917Z",
  entities: { mentions: [], hashtags: [], cashtags: [], urls: [] },
  conversation_id: id,
  visibility: "public",
  counts: { likes, retweets: 0, replies: 0, quotes: 0 },
});

const nothing = { users: [], tweets: [], media: [] };
const told = (data: Tweet, liked: string[] = []) => absorb({ data, includes: nothing, viewer: { liked } });
const likesOf = (id: string) => tweets.get(id)?.tweet.counts.likes;

describe("the tweets that are known", () => {
  beforeEach(() => tweets.clear());

  it("are those of the data and those included, with the reader's marks", () => {
    const answer = { data: [tweet("1"), tweet("2")], includes: { ...nothing, tweets: [tweet("3")] }, viewer: { liked: ["3"] } };
    expect(absorb(answer)).toEqual(["1", "2"]);
    expect(tweets.get("1")?.marks.liked).toBe(false);
    expect(tweets.get("3")?.marks.liked).toBe(true);
  });

  it("have the text that was written last, whatever arrives later", () => {
    const edited = (content: string, second: number): Tweet => ({
      ...tweet("1", 9),
      content,
      edited_at: `2026-11-20T08:46:0${second}.000Z`,
      edits_count: second,
    });
    const poll = { id: "1", options: [], voters_count: 2, ends_at: "2026-11-21T08:45:00.917Z", ended: false };
    told({ ...tweet("1", 4), poll }, ["1"]);
    setEdited(edited("Second.", 2));
    expect(tweets.get("1")?.tweet).toMatchObject({ content: "Second.", edits_count: 2, poll, counts: { likes: 4 } });
    expect(tweets.get("1")?.marks.liked).toBe(true);
    setEdited(edited("First.", 1));
    told(tweet("1", 5), ["1"]);
    expect(tweets.get("1")?.tweet).toMatchObject({ content: "Second.", edits_count: 2, counts: { likes: 5 } });
    told(edited("Third.", 3));
    expect(tweets.get("1")?.tweet.content).toBe("Third.");
    setEdited(edited("Unknown.", 1));
    expect(tweets.get("2")).toBeUndefined();
  });

  it("keep tombstones apart", () => {
    const gone = { id: "9", tombstone: "deleted" as const, conversation_id: "9" };
    expect(absorb({ data: [gone], includes: nothing, viewer: {} })).toEqual(["9"]);
    expect(tombstones.get("9")).toBe(gone);
    expect(tweets.get("9")).toBeUndefined();
  });

  it("count a like at once and when it is taken back, and no like twice", () => {
    told(tweet("1", 4));
    setMark("1", "liked", true);
    setMark("1", "liked", true);
    expect(likesOf("1")).toBe(5);
    setMark("1", "liked", false);
    expect(likesOf("1")).toBe(4);
  });

  it("are not put back by an answer from before while a change is on its way", async () => {
    told(tweet("1", 4));
    setMark("1", "liked", true);
    await whileChanging("1", () => {
      told(tweet("1", 4));
      setCounts("1", { likes: 4, retweets: 0, replies: 0, quotes: 0 });
      return Promise.resolve();
    });
    expect(likesOf("1")).toBe(5);
    expect(tweets.get("1")?.marks.liked).toBe(true);
    told(tweet("1", 6), ["1"]);
    expect(likesOf("1")).toBe(6);
  });

  it("stay gone though a list still has them", () => {
    told(tweet("1"));
    setGone("1", true);
    told(tweet("1"));
    expect(tweets.get("1")?.gone).toBe(true);
  });

  it("tell those who follow them, and only those", () => {
    told(tweet("1"));
    told(tweet("2"));
    let heard = 0;
    const unsubscribe = tweets.subscribe("1", () => heard++);
    setMark("2", "liked", true);
    expect(heard).toBe(0);
    setMark("1", "liked", true);
    unsubscribe();
    setMark("1", "liked", false);
    expect(heard).toBe(1);
  });
});
