import { beforeAll, describe, expect, it } from "vitest";
import { fittingLength, hasVisible, loadWeigher, weigh } from "./weight";

it.each([
  ["\u200B\u200B", false],
  ["\u1160 \u2800\n", false],
  [" \u0301", false],
  ["", false],
  ["a\u200B", true],
  ["\u{1FAEA}", true],
  ["!", true],
])("B14: %j is visible: %s", (text, visible) => expect(hasVisible(text)).toBe(visible));

describe("the weight of a text", () => {
  beforeAll(() => loadWeigher());

  it.each([
    ["a".repeat(280), 280],
    ["a".repeat(300), 280],
    ["🐦".repeat(150), 280],
    [`${"a".repeat(279)}🐦`, 279],
    ["鳥".repeat(150), 140],
  ])("ends for %j after %d units", (text, length) => expect(fittingLength(text)).toBe(length));

  it.each([
    ["", 0, false],
    ["Good morning.", 13, true],
    ["おはよう", 8, true],
    ["🐦", 2, true],
    ["see https://example.org/a/very/long/address/that/goes/on/and/on", 27, true],
    ["a".repeat(280), 280, true],
    ["a".repeat(281), 281, false],
    ["e\u0301", 1, true],
  ])("%j weighs %d", (text, weight, fits) => expect(weigh(text)).toEqual({ weight, fits }));
});
