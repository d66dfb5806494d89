import { describe, expect, it } from "vitest";
import { completed, unfinishedAt } from "./completion";

/** The caret is at the bar. */
function at(marked: string) {
  const caret = marked.indexOf("|");
  const found = unfinishedAt(marked.replace("|", ""), caret);
  return found && `${found.kind} ${found.start}-${found.end} ${found.written}`;
}

describe("what is being written", () => {
  it.each([
    ["@al|", "user 0-3 al"],
    ["Hello @al|", "user 6-9 al"],
    ["(@al|", "user 1-4 al"],
    ["Hi,@al|", "user 3-6 al"],
    ["🐦@al|", "user 2-5 al"],
    ["你好@al|", "user 2-5 al"],
    ["＠al|", "user 0-3 al"],
    ["line\n@a_1|", "user 5-9 a_1"],
    ["@al|ice and", "user 0-6 al"],
    ["@alice @b|", "user 7-9 b"],
    ["#ca|", "hashtag 0-3 ca"],
    ["(#ca|", "hashtag 1-4 ca"],
    ["#日本|語。", "hashtag 0-4 日本"],
    ["#ทวิต|", "hashtag 0-5 ทวิต"],
    ["#a_b|", "hashtag 0-4 a_b"],
    ["example.org @al|", "user 12-15 al"],
    ["end.@al|", "user 4-7 al"],
  ])("is found in %j", (text, expected) => expect(at(text)).toBe(expected));

  it.each([
    "|",
    "@|",
    "#|",
    "@al |",
    "|@al",
    "alice@ex|",
    "alice@example.org|",
    "a#b|",
    "&#39|",
    "https://example.org/@al|",
    "https://example.org/#ca|",
    "example.org/@al|",
    "example.org/path?x=#ca|",
    "see https://example.org/a/@al|",
    "@al-ice|",
    "#ca-t|",
    `@${"a".repeat(51)}|`,
  ])("is nothing in %j", (text) => expect(at(text)).toBeUndefined());
});

it("ends with a space, unless there is one", () => {
  const unfinished = { kind: "user", start: 0, end: 3, written: "al" } as const;
  expect(completed(unfinished, "@al", "@alice")).toBe("@alice ");
  expect(completed(unfinished, "@al there", "@alice")).toBe("@alice");
  expect(completed(unfinished, "@al, there", "@alice")).toBe("@alice ");
});
