import { describe, expect, it } from "vitest";
import { ago } from "./time";

const now = Date.parse("2026-11-20T12:00:00.000Z");

describe("how long ago", () => {
  it.each([
    ["2026-11-20T11:59:30.000Z", "now"],
    ["2026-11-20T11:59:10.000Z", "1 min"],
    ["2026-11-20T11:01:00.000Z", "59 min"],
    ["2026-11-20T09:00:00.000Z", "3 h"],
    ["2026-11-17T12:00:00.000Z", "3 d"],
    ["2026-02-03T12:00:00.000Z", "Feb 3"],
    ["2024-02-03T12:00:00.000Z", "Feb 3, 2024"],
    ["2026-11-20T12:00:20.000Z", "now"],
  ])("%s is %s", (time, expected) => expect(ago(time, now)).toBe(expected));
});
