import { describe, expect, it } from "vitest";
import type { Entities } from "../api/types";
import { firstLines, segmentsOf } from "./segments";

const none: Entities = { mentions: [], hashtags: [], cashtags: [], urls: [] };

describe("segments of a text", () => {
  it("are one text without entities", () => {
    expect(segmentsOf("Good morning.", none)).toEqual([{ kind: "text", text: "Good morning." }]);
  });

  it("are none of an empty text", () => expect(segmentsOf("", none)).toEqual([]));

  it("are cut in order, whatever the kinds", () => {
    const entities = {
      ...none,
      mentions: [{ start: 6, end: 10, username: "bob" }],
      hashtags: [{ start: 0, end: 5, tag: "cake" }],
    };
    expect(segmentsOf("#cake @bob!", entities)).toEqual([
      { kind: "hashtag", text: "#cake", tag: "cake" },
      { kind: "text", text: " " },
      { kind: "mention", text: "@bob", username: "bob" },
      { kind: "text", text: "!" },
    ]);
  });

  it("count code points, not units", () => {
    const entities = { ...none, mentions: [{ start: 3, end: 7, username: "bob" }] };
    expect(segmentsOf("🐦🪺 @bob", entities)).toEqual([
      { kind: "text", text: "🐦🪺 " },
      { kind: "mention", text: "@bob", username: "bob" },
    ]);
  });

  it("give an address a protocol, and only a harmless one", () => {
    const urls = [
      { start: 0, end: 11, url: "example.org" },
      { start: 12, end: 30, url: "javascript:alert()" },
    ];
    const kinds = segmentsOf("example.org javascript:alert()", { ...none, urls });
    expect(kinds).toContainEqual({ kind: "url", text: "example.org", url: "https://example.org" });
    expect(kinds).toContainEqual({ kind: "url", text: "javascript:alert()", url: "https://javascript:alert()" });
  });

  it("B15: show the host and the beginning of the path of a long URL", () => {
    const shown = (url: string) => segmentsOf(url, { ...none, urls: [{ start: 0, end: url.length, url }] })[0]?.text;
    expect(shown("https://example.org/" + "x".repeat(643))).toBe(`example.org/${"x".repeat(24)}…`);
    expect(shown("https://www.example.org/")).toBe("example.org");
    expect(shown("Example.org/a?b#c")).toBe("Example.org/a?b#c");
  });

  it("B15: have at most one empty line in a row", () => {
    expect(segmentsOf(`a${"\n".repeat(24)}b\nc\n\nd \n \n\n e`, none)[0]?.text).toBe("a\n\nb\nc\n\nd \n\n e");
  });

  it("B15: end after some lines", () => {
    const lines = segmentsOf("1\n2\n3\n4", none);
    expect(firstLines(lines, 4)).toBeUndefined();
    expect(firstLines(lines, 2)).toEqual([{ kind: "text", text: "1\n2" }]);
  });

  it("mark ranges, and entities as a whole", () => {
    const hashtags = [{ start: 7, end: 12, tag: "cats" }];
    const marked = [
      { start: 0, end: 3 },
      { start: 8, end: 12 },
      { start: 14, end: 99 },
    ];
    expect(segmentsOf("🐈at is #cats ab", { ...none, hashtags }, marked)).toEqual([
      { kind: "text", text: "🐈at", isMarked: true },
      { kind: "text", text: " is " },
      { kind: "hashtag", text: "#cats", tag: "cats", isMarked: true },
      { kind: "text", text: " a" },
      { kind: "text", text: "b", isMarked: true },
    ]);
  });

  it("mark a range on both sides of an entity", () => {
    const mentions = [{ start: 2, end: 6, username: "bob" }];
    const kinds = segmentsOf("a @bob b", { ...none, mentions }, [{ start: 0, end: 8 }]);
    expect(kinds.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))).toEqual(["[a ]", "[@bob]", "[ b]"]);
  });

  it("pass over entities that overlap or leave the text", () => {
    const hashtags = [
      { start: 0, end: 4, tag: "one" },
      { start: 2, end: 6, tag: "two" },
      { start: 5, end: 99, tag: "far" },
    ];
    expect(segmentsOf("#one two", { ...none, hashtags }).map((each) => each.kind)).toEqual(["hashtag", "text"]);
  });
});
