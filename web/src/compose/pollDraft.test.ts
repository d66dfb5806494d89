import { describe, expect, it } from "vitest";
import { isComplete, NEW_POLL, optionOf } from "./pollDraft";

describe("a poll", () => {
  it.each([
    [["tea", "coffee"], true],
    [["tea", ""], false],
    [["tea", " tea "], false],
    [["cafe\u0301", "café"], false],
    [["tea", "\u200b"], false],
  ])("with %j is complete: %s", (options, expected) => expect(isComplete({ ...NEW_POLL, options })).toBe(expected));
});

describe("an option", () => {
  it("is one line", () => expect(optionOf("two\r\nlines")).toBe("two lines"));
  it("has up to 25 characters of any alphabet", () => {
    expect(optionOf("🐈".repeat(30))).toBe("🐈".repeat(25));
    expect(optionOf("a".repeat(25))).toBe("a".repeat(25));
  });
});
