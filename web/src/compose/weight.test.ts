import { beforeAll, describe, expect, it } from "vitest";
import { loadWeigher, weigh } from "./weight";

describe("the weight of a text", () => {
  beforeAll(() => loadWeigher());

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
