import { expect, it } from "vitest";
import { GROUPS, isOnlyEmoji, QUICK } from "./emoji";

it.each(["👍", "❤️", "👨‍👩‍👧", "🇩🇪", "👋🏽 😀", "😀😀😀"])("%s is shown large", (text) => expect(isOnlyEmoji(text)).toBe(true));

it.each(["", "a", "👍 yes", "😀😀😀😀", "1"])("“%s” is not", (text) => expect(isOnlyEmoji(text)).toBe(false));

it("each emoji is offered once in its group", () => {
  for (const { emoji } of GROUPS) expect(new Set(emoji).size).toBe(emoji.length);
  expect(QUICK.every((each) => isOnlyEmoji(each))).toBe(true);
});
