import { describe, expect, it } from "vitest";
import type { Draft } from "../data/draftParts";
import { draftOf, savedOf } from "./savedContent";

describe("a draft on the server", () => {
  const draft: Draft = {
    parts: [
      { text: "Which?", media: [], poll: { options: ["tea", ""], seconds: 300 } },
      { text: "", media: [] },
    ],
    warning: "drinks",
    sensitive: false,
  };

  it("comes back as it was", () => {
    const tweets = savedOf(draft, { replyTo: "7" });
    expect(tweets[0]?.reply_to_id).toBe("7");
    expect(tweets[1]).not.toHaveProperty("reply_to_id");
    expect(draftOf({ id: "a", tweets, updated_at: "2026-11-20T12:00:00.000Z" })).toEqual(draft);
  });

  it("keeps who may reply to its first tweet", () => {
    const tweets = savedOf({ ...draft, replies: "followees" }, {});
    expect(tweets.map(({ replies }) => replies)).toEqual(["followees", undefined]);
    expect(draftOf({ id: "a", tweets, updated_at: "2026-11-20T12:00:00.000Z" }).replies).toBe("followees");
  });

  it("may have nothing at all", () => {
    const empty = draftOf({ id: "a", tweets: [{}], updated_at: "2026-11-20T12:00:00.000Z" });
    expect(empty.parts).toEqual([{ text: "", media: [] }]);
  });
});
