import { describe, expect, it } from "vitest";
import { fieldOf, isAcceptable, proposed, timeOf } from "./scheduling";

const now = Date.parse("2026-11-20T12:10:00.000Z");

describe("the time of a scheduled tweet", () => {
  it("is the same in the field and for the server", () => expect(timeOf(fieldOf(now))).toBe("2026-11-20T12:10:00.000Z"));
  it("is undefined while it is not complete", () => expect(timeOf("")).toBeUndefined());
  it("is first a full hour", () => expect(timeOf(proposed(now))).toBe("2026-11-20T13:00:00.000Z"));
  it.each([
    [30_000, false],
    [120_000, true],
    [364 * 86_400_000, true],
    [366 * 86_400_000, false],
  ])("%d ms from now is acceptable: %s", (from, expected) => expect(isAcceptable(fieldOf(now + from), now)).toBe(expected));
  it("is not acceptable if it is empty", () => expect(isAcceptable("", now)).toBe(false));
});
