import { describe, expect, it } from "vitest";
import { ago, dayName, left } from "./time";

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

describe("how much time is left", () => {
  it.each([
    ["2026-11-20T12:00:01.000Z", "1 min left"],
    ["2026-11-20T12:05:00.000Z", "5 min left"],
    ["2026-11-20T13:00:00.000Z", "60 min left"],
    ["2026-11-20T13:00:29.000Z", "60 min left"],
    ["2026-11-20T14:30:00.000Z", "3 h left"],
    ["2026-11-21T12:00:00.000Z", "24 h left"],
    ["2026-11-27T12:00:00.000Z", "7 d left"],
    ["2026-11-20T11:59:59.000Z", "ending"],
  ])("until %s: %s", (time, expected) => expect(left(time, now)).toBe(expected));
});

describe("a day", () => {
  const noon = new Date(2026, 10, 20, 12).getTime();
  it.each([
    [new Date(2026, 10, 20, 0, 1), "Today"],
    [new Date(2026, 10, 19, 23, 59), "Yesterday"],
    [new Date(2026, 10, 17, 8), "Tuesday"],
    [new Date(2026, 10, 13, 8), "Nov 13"],
    [new Date(2025, 10, 19, 8), "Nov 19, 2025"],
  ])("%s is %s", (day, expected) => expect(dayName(day.toISOString(), noon)).toBe(expected));
});
